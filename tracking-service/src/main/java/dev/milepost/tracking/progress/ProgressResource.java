package dev.milepost.tracking.progress;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.tracking.query.GoalFilter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Progress of goals, over HTTP. */
@Path("/v1/progress")
@Tag(name = "Progress", description = "How far goals are, and which sales made it so.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
class ProgressResource {
  private final ProgressReads reads;
  private final PastProgress past;
  private final ChangeReads changes;

  ProgressResource(ProgressReads reads, PastProgress past, ChangeReads changes) {
    this.reads = reads;
    this.past = past;
    this.changes = changes;
  }

  @GET
  @Operation(
      operationId = "listProgress",
      summary = "List how far goals are",
      description = "Goals of owners that the caller may see, by goal id; without cancelled ones.")
  public Page<ProgressView> list(@BeanParam GoalFilter filter, @BeanParam PageRequest page) {
    return reads.list(filter, page);
  }

  @GET
  @Path("/{goalId}")
  @Operation(
      operationId = "getProgress",
      summary = "Read how far one goal is, or was believed to be",
      description =
          "With `asOf` it is what would have been answered at that moment: by the sales that were"
              + " recorded up to it, the goal and its working days as they were known, and the"
              + " milestones as they stood. What was recorded at the very moment is in it.")
  @APIResponseSchema(value = ProgressView.class, responseCode = "200")
  @APIResponse(
      responseCode = "404",
      description =
          "There is no such goal that the caller may see (not-found), or it was not known at that"
              + " moment (goal-not-known-then).")
  public ProgressView get(
      @PathParam("goalId") String goalId,
      @Parameter(
              description = "A moment that is not ahead of now; leave it out for now.",
              example = "2017-11-14T00:00:00Z")
          @QueryParam("asOf")
          @Nullable Instant asOf) {
    return found(asOf == null ? reads.find(goalId) : past.find(goalId, asOf));
  }

  @GET
  @Path("/{goalId}/changes")
  @Operation(
      operationId = "listProgressChanges",
      summary = "Explain why another progress is believed than was before",
      description =
          "What was believed at `from` and at `to`, and what was recorded in between: versions of"
              + " the goal, and entries with the reason of each. `from` itself does not belong to"
              + " it, `to` does, so the changes of intervals that follow each other add up. Of a"
              + " goal that adds up or counts, `change` of all entries but the late ones (kind"
              + " TRUE_UP) comes to the difference of `actual`; the value of a level also changes"
              + " with time. Entries of colleagues are left out for a rep.")
  @APIResponseSchema(value = ProgressChanges.class, responseCode = "200")
  @APIResponse(
      responseCode = "404",
      description =
          "There is no such goal that the caller may see (not-found), or it was not known at `to`"
              + " (goal-not-known-then).")
  public ProgressChanges changes(
      @PathParam("goalId") String goalId,
      @Parameter(
              description = "The earlier moment; must be given.",
              example = "2017-11-01T00:00:00Z")
          @QueryParam("from")
          @Nullable Instant from,
      @Parameter(
              description = "The later moment, not ahead of now; leave it out for now.",
              example = "2017-11-14T00:00:00Z")
          @QueryParam("to")
          @Nullable Instant to,
      @BeanParam PageRequest page) {
    return found(changes.find(goalId, from, to, page));
  }

  @GET
  @Path("/{goalId}/entries")
  @Operation(
      operationId = "listProgressEntries",
      summary = "List the lines that a goal's progress adds up from",
      description = "In the order of booking. Lines of colleagues are left out for a rep.")
  public Page<EntryView> entries(@PathParam("goalId") String goalId, @BeanParam PageRequest page) {
    return found(reads.entries(goalId, page));
  }

  private static <T> T found(Optional<T> answer) {
    return answer.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }
}
