package dev.milepost.tracking.evaluation;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.versioning.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Evaluations of milestones, over HTTP. */
@Path("/v1/milestones/{milestoneId}")
@Tag(name = "Milestones", description = "Points on the way to goals, and when they were reached.")
@Produces(MediaType.APPLICATION_JSON)
class EvaluationResource {
  private final EvaluationReads reads;
  private final NoteDesk notes;

  EvaluationResource(EvaluationReads reads, NoteDesk notes) {
    this.reads = reads;
    this.notes = notes;
  }

  @GET
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "getMilestone",
      summary = "Read how a milestone was reached",
      description =
          "One crossing with its evaluation and the manager's note, by the milestoneId that lists"
              + " and events name. A crossing that was reverted stays readable.")
  @APIResponseSchema(
      value = EvaluatedMilestone.class,
      responseCode = "200",
      responseDescription = "The crossing")
  public EvaluatedMilestone get(@PathParam("milestoneId") String milestoneId) {
    return reads
        .find(parsed(milestoneId))
        .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }

  @PUT
  @Path("/note")
  @RolesAllowed({Roles.MANAGER, Roles.SALES_OPS})
  @Operation(
      operationId = "writeMilestoneNote",
      summary = "Note something on how a milestone was reached",
      description =
          "By a manager above the goal's owner, or sales-ops. It takes the place of the note before"
              + " it, which stays readable.")
  @APIResponseSchema(
      value = EvaluatedMilestone.class,
      responseCode = "200",
      responseDescription = "The crossing with the note")
  @APIResponse(
      responseCode = "403",
      description = "The caller does not manage the goal's owner, or lacks the role.")
  public EvaluatedMilestone note(
      @PathParam("milestoneId") String milestoneId,
      @BeanParam IfMatch ifMatch,
      @NotNull @Valid NoteDraft draft) {
    return notes.write(parsed(milestoneId), ifMatch, draft);
  }

  @GET
  @Path("/notes")
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "listMilestoneNotes",
      summary = "List the notes on how a milestone was reached",
      description =
          "The newest first. For the goal's owner, the managers above, sales-ops and finance.")
  public Page<Note> notes(
      @PathParam("milestoneId") String milestoneId, @BeanParam PageRequest page) {
    return notes.list(parsed(milestoneId), page);
  }

  private static MilestoneId parsed(String milestoneId) {
    return MilestoneId.parse(milestoneId)
        .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }
}
