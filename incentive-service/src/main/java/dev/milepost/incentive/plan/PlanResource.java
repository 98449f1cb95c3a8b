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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
  @RequestBody(
      content = @Content(examples = @ExampleObject(name = "plan", value = PlanExamples.NEW_PLAN)))
  @APIResponse(
      responseCode = "201",
      description = "Drafted. It pays nothing until somebody else activates it.",
      content =
          @Content(
              schema = @Schema(implementation = IncentivePlan.class),
              examples = @ExampleObject(name = "plan", value = PlanExamples.PLAN)))
  public Response draft(@NotNull @Valid NewPlan request) {
    return created(desk.draft(request));
  }

  @GET
  @RolesAllowed({Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "listPlans", summary = "List incentive plans")
  @APIResponse(
      responseCode = "200",
      description = "A page of plans, oldest first.",
      content = @Content(examples = @ExampleObject(name = "plans", value = PlanExamples.PLANS)))
  public Page<IncentivePlan> list(@BeanParam PageRequest page) {
    return reading.page(page);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "readPlan", summary = "Read an incentive plan with all its versions")
  @APIResponse(
      responseCode = "200",
      description = "The plan.",
      content = @Content(examples = @ExampleObject(name = "plan", value = PlanExamples.PLAN)))
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
  @RequestBody(
      content = @Content(examples = @ExampleObject(name = "terms", value = PlanExamples.TERMS)))
  @APIResponse(
      responseCode = "201",
      description = "Drafted.",
      content =
          @Content(
              schema = @Schema(implementation = IncentivePlan.class),
              examples = @ExampleObject(name = "plan", value = PlanExamples.PLAN)))
  public Response draftNext(@PathParam("id") UUID id, @NotNull @Valid PlanTerms terms) {
    return created(desk.draftNext(id, terms));
  }

  @PUT
  @Path("{id}/draft")
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(operationId = "rewritePlanDraft", summary = "Rewrite the draft of a plan")
  @RequestBody(
      content = @Content(examples = @ExampleObject(name = "terms", value = PlanExamples.TERMS)))
  @APIResponse(
      responseCode = "200",
      description = "The plan with the draft rewritten.",
      content = @Content(examples = @ExampleObject(name = "plan", value = PlanExamples.PLAN)))
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
      responseCode = "200",
      description = "The plan with its newest version active.",
      content = @Content(examples = @ExampleObject(name = "plan", value = PlanExamples.PLAN)))
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
  @APIResponse(
      responseCode = "200",
      description = "What was found.",
      content =
          @Content(
              examples = @ExampleObject(name = "verification", value = PlanExamples.VERIFICATION)))
  public VerificationView verify(@PathParam("id") UUID id) {
    return reading.verification(id);
  }

  private static Response created(IncentivePlan plan) {
    return Response.created(URI.create("/v1/incentive-plans/" + plan.id())).entity(plan).build();
  }
}
