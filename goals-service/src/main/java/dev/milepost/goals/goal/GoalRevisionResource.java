package dev.milepost.goals.goal;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Revising agreed goals, over HTTP. */
@Path("/v1/goals/{id}/revisions")
@Tag(name = "Goal revisions", description = "Changing agreed goals, with a second person.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class GoalRevisionResource {
  private final GoalRevisions revisions;

  GoalRevisionResource(GoalRevisions revisions) {
    this.revisions = revisions;
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS})
  @Operation(
      operationId = "reviseGoal",
      summary = "Write the next version of an agreed goal",
      description = "It takes effect when a second person agrees.")
  @APIResponse(
      responseCode = "409",
      description =
          "It is not in force (wrong-state), another revision waits (revision-pending), or the"
              + " idempotency key was used before.")
  @APIResponse(
      responseCode = "422",
      description =
          "It contradicts itself, or would take effect before the version in force (goal-invalid),"
              + " or the goal's period is over (period-over).")
  @APIResponseSchema(value = GoalView.class, responseCode = "201", responseDescription = "Written")
  public Response propose(@PathParam("id") UUID id, @NotNull @Valid RevisionRequest request) {
    Goal goal = revisions.propose(id, request);
    return Response.created(URI.create("/v1/goals/" + id)).entity(GoalView.of(goal)).build();
  }

  @POST
  @Path("/{version}/approve")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "approveGoalRevision",
      summary = "Agree to a revision",
      description =
          "Never for its author. A quota needs sales-ops or finance, other goals the owner or the"
              + " next manager up.")
  @APIResponseSchema(value = GoalView.class, responseCode = "200", responseDescription = "Agreed")
  @APIResponse(responseCode = "409", description = "No such revision waits (no-revision-pending).")
  @APIResponse(responseCode = "422", description = "The goal's period is over (period-over).")
  public GoalView approve(@PathParam("id") UUID id, @PathParam("version") int version) {
    return GoalView.of(revisions.approve(id, version));
  }

  @POST
  @Path("/{version}/reject")
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "rejectGoalRevision", summary = "Turn a revision down")
  @APIResponseSchema(
      value = GoalView.class,
      responseCode = "200",
      responseDescription = "Turned down")
  @APIResponse(responseCode = "409", description = "No such revision waits (no-revision-pending).")
  public GoalView reject(
      @PathParam("id") UUID id,
      @PathParam("version") int version,
      @NotNull @Valid ReasonRequest request) {
    return GoalView.of(revisions.reject(id, version, request.reason()));
  }
}
