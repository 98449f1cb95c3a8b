package dev.milepost.incentive.plan;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.idempotency.Idempotent;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.versioning.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Incentive plans: sales operations writes them, finance lets them pay. */
@Path("/v1/incentive-plans")
@Tag(name = "Incentive plans")
class PlanResource {
  private final PlanDesk desk;
  private final PlanReading reading;

  PlanResource(PlanDesk desk, PlanReading reading) {
    this.desk = desk;
    this.reading = reading;
  }

  @POST
  @Idempotent
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(operationId = "draftPlan", summary = "Draft an incentive plan")
  @APIResponseSchema(
      value = IncentivePlan.class,
      responseCode = "201",
      responseDescription = "Drafted. It pays nothing until somebody else activates it.")
  public Response draft(@NotNull @Valid NewPlan request) {
    return created(desk.draft(request));
  }

  @GET
  @RolesAllowed({Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "listPlans", summary = "List incentive plans")
  public Page<IncentivePlan> list(@BeanParam PageRequest page) {
    return reading.page(page);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "readPlan", summary = "Read an incentive plan with all its versions")
  public IncentivePlan read(@PathParam("id") UUID id) {
    return reading.plan(id);
  }

  @POST
  @Path("{id}/versions")
  @Idempotent
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(
      operationId = "draftPlanVersion",
      summary = "Draft the next version of a plan",
      description = "Once active it takes over the goals whose period starts in its validity.")
  @APIResponseSchema(
      value = IncentivePlan.class,
      responseCode = "201",
      responseDescription = "Drafted. The versions before it go on paying.")
  @APIResponse(responseCode = "409", description = "There is a draft already (plan-draft-exists).")
  public Response draftNext(@PathParam("id") UUID id, @NotNull @Valid PlanTerms terms) {
    return created(desk.draftNext(id, terms));
  }

  @PUT
  @Path("{id}/draft")
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(operationId = "rewritePlanDraft", summary = "Rewrite the draft of a plan")
  @APIResponse(responseCode = "409", description = "There is no draft (plan-without-draft).")
  public IncentivePlan rewrite(
      @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, @NotNull @Valid PlanTerms terms) {
    return desk.rewrite(id, ifMatch, terms);
  }

  @POST
  @Path("{id}/activate")
  @RolesAllowed(Roles.FINANCE)
  @Operation(
      operationId = "activatePlan",
      summary = "Let the draft of a plan pay",
      description =
          "Not by anybody who wrote on it, and only if its verification finds no fault. All goals"
              + " it pays on are settled right after.")
  @APIResponse(
      responseCode = "403",
      description = "The caller is not of finance, or wrote on the draft (plan-own-draft).")
  @APIResponse(responseCode = "409", description = "There is no draft (plan-without-draft).")
  @APIResponse(responseCode = "422", description = "The verification found faults (plan-faulty).")
  public IncentivePlan activate(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
    return desk.activate(id, ifMatch);
  }

  @GET
  @Path("{id}/verification")
  @RolesAllowed({Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "verifyPlan",
      summary = "Verify the newest version of a plan",
      description = "Faults keep it from being activated; remarks are for its approver to know.")
  public VerificationView verify(@PathParam("id") UUID id) {
    return reading.verification(id);
  }

  private static Response created(IncentivePlan plan) {
    return Response.created(URI.create("/v1/incentive-plans/" + plan.id())).entity(plan).build();
  }
}
