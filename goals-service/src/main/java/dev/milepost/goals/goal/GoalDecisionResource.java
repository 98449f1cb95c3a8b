package dev.milepost.goals.goal;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Proposing goals and deciding about them, over HTTP. */
@Path("/v1/goals/{id}")
@Tag(name = "Goal decisions", description = "Proposing goals and deciding about them.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS})
class GoalDecisionResource {
  private final GoalProposals proposals;
  private final GoalCascade cascade;

  GoalDecisionResource(GoalProposals proposals, GoalCascade cascade) {
    this.proposals = proposals;
    this.cascade = cascade;
  }

  @POST
  @Path("/propose")
  @Operation(
      operationId = "proposeGoal",
      summary = "Put a goal before whoever decides",
      description =
          "Checks that it is specific, measurable and dated, and freezes the metric's version.")
  @APIResponseSchema(value = GoalView.class, responseCode = "200", responseDescription = "Proposed")
  @APIResponse(responseCode = "409", description = "It is not a draft (wrong-state).")
  @APIResponse(
      responseCode = "422",
      description =
          "It is not specific, measurable and time-bound (goal-not-ready); or acceptBy is not a time"
              + " to come (goal-invalid).")
  public GoalView propose(@PathParam("id") UUID id, @Nullable @Valid ProposeRequest request) {
    return GoalView.of(proposals.propose(id, request == null ? ProposeRequest.PLAIN : request));
  }

  @POST
  @Path("/accept")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "acceptGoal",
      summary = "Agree to a goal that somebody set for the caller")
  @APIResponseSchema(value = GoalView.class, responseCode = "200", responseDescription = "Agreed")
  @APIResponse(responseCode = "409", description = "It is not proposed (wrong-state).")
  @APIResponse(responseCode = "422", description = "Its period is over (period-over).")
  @APIResponse(responseCode = "428", description = "If-Match is given, but blank.")
  public GoalView accept(@PathParam("id") UUID id, @BeanParam SeenVersion seen) {
    return GoalView.of(proposals.accept(id, seen));
  }

  @POST
  @Path("/counter")
  @Operation(
      operationId = "counterGoal",
      summary = "Answer a proposal with another target",
      description = "For whoever may decide. The proposer answers by proposing again.")
  @APIResponseSchema(value = GoalView.class, responseCode = "200", responseDescription = "Answered")
  @APIResponse(responseCode = "409", description = "It is not proposed (wrong-state).")
  @APIResponse(responseCode = "428", description = "If-Match is given, but blank.")
  public GoalView counter(
      @PathParam("id") UUID id,
      @BeanParam SeenVersion seen,
      @NotNull @Valid CounterRequest request) {
    return GoalView.of(proposals.counter(id, request, seen));
  }

  @POST
  @Path("/approve")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "approveGoal",
      summary = "Agree to a goal",
      description =
          "Never for whoever wrote what it asks for, or proposed it since. From here on all services"
              + " know the goal.")
  @APIResponseSchema(value = GoalView.class, responseCode = "200", responseDescription = "Agreed")
  @APIResponse(responseCode = "409", description = "It is not proposed (wrong-state).")
  @APIResponse(responseCode = "422", description = "Its period is over (period-over).")
  @APIResponse(responseCode = "428", description = "If-Match is given, but blank.")
  public GoalView approve(@PathParam("id") UUID id, @BeanParam SeenVersion seen) {
    return GoalView.of(proposals.approve(id, seen));
  }

  @POST
  @Path("/approve-cascade")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "approveGoalCascade",
      summary = "Agree to a goal and everything proposed below it",
      description =
          "Answers per goal: one that the caller may not decide about does not hold up the others.")
  public Page<GoalCascade.Item> approveCascade(@PathParam("id") UUID id) {
    return cascade.approve(id);
  }

  @POST
  @Path("/reject")
  @Operation(
      operationId = "rejectGoal",
      summary = "Turn a proposal down",
      description = "It becomes a draft again when it is edited.")
  @APIResponseSchema(
      value = GoalView.class,
      responseCode = "200",
      responseDescription = "Turned down")
  @APIResponse(responseCode = "409", description = "It is not proposed (wrong-state).")
  @APIResponse(responseCode = "428", description = "If-Match is given, but blank.")
  public GoalView reject(
      @PathParam("id") UUID id,
      @BeanParam SeenVersion seen,
      @NotNull @Valid ReasonRequest request) {
    return GoalView.of(proposals.reject(id, request.reason(), seen));
  }

  @POST
  @Path("/cancel")
  @Operation(
      operationId = "cancelGoal",
      summary = "Give a goal up",
      description = "For good. Once it is agreed, only for sales-ops and managers above the owner.")
  @APIResponseSchema(value = GoalView.class, responseCode = "200", responseDescription = "Given up")
  @APIResponse(responseCode = "409", description = "It is over (wrong-state).")
  public GoalView cancel(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
    return GoalView.of(proposals.cancel(id, request.reason()));
  }
}
