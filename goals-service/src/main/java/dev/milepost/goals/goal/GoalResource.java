package dev.milepost.goals.goal;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.idempotency.Idempotent;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.versioning.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Writing and reading goals over HTTP. */
@Path("/v1/goals")
@Tag(name = "Goals", description = "Targets on metrics: who commits to what, until when.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class GoalResource {
  private final GoalDrafts drafts;
  private final GoalQueries queries;

  GoalResource(GoalDrafts drafts, GoalQueries queries) {
    this.drafts = drafts;
    this.queries = queries;
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS})
  @Operation(
      operationId = "createGoal",
      summary = "Begin a goal, as a draft",
      description =
          "A rep writes goals for itself, a manager for the teams and people below, sales-ops for"
              + " everybody.")
  @APIResponse(
      responseCode = "422",
      description =
          "It contradicts itself or names something that is not there (goal-invalid), or asks for"
              + " what is not supported yet.")
  @APIResponseSchema(value = GoalView.class, responseCode = "201", responseDescription = "Created")
  public Response create(@NotNull @Valid GoalRequest request) {
    Goal goal = drafts.create(request);
    return Response.created(URI.create("/v1/goals/" + goal.id())).entity(GoalView.of(goal)).build();
  }

  @GET
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "listGoals", summary = "List the goals that the caller may see")
  public Page<GoalView> list(@BeanParam GoalQueries.Filter filter, @BeanParam PageRequest page) {
    return queries.list(filter, page).map(GoalView::of);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "getGoal", summary = "Read a goal")
  public GoalView get(@PathParam("id") UUID id) {
    return GoalView.of(queries.get(id));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS})
  @Operation(
      operationId = "editGoal",
      summary = "Rewrite a draft",
      description = "A rejected goal becomes a draft again. An agreed one changes by revision.")
  @APIResponseSchema(
      value = GoalView.class,
      responseCode = "200",
      responseDescription = "Rewritten")
  @APIResponse(responseCode = "409", description = "It is not a draft any more (wrong-state).")
  @APIResponse(
      responseCode = "422",
      description =
          "It contradicts itself or names something that is not there (goal-invalid), or asks for"
              + " what is not supported yet.")
  public GoalView edit(
      @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, @NotNull @Valid GoalRequest request) {
    return GoalView.of(drafts.edit(id, request, ifMatch));
  }

  @GET
  @Path("/{id}/versions")
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "listGoalVersions",
      summary = "List every version of what a goal asks for, oldest first")
  public Page<GoalView.Version> versions(@PathParam("id") UUID id) {
    return new Page<>(queries.get(id).versions(), null).map(GoalView.Version::of);
  }
}
