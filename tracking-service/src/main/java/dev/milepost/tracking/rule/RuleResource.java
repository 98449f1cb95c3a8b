package dev.milepost.tracking.rule;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.idempotency.Idempotent;
import dev.milepost.runtime.paging.Cursor;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Crediting rules, over HTTP, as sales-ops writes them. */
@Path("/v1/credits/rules")
@Tag(name = "Crediting rules", description = "Who is credited beside what a sale itself says.")
@Produces(MediaType.APPLICATION_JSON)
class RuleResource {
  private final RuleDesk desk;
  private final Rules rules;

  RuleResource(RuleDesk desk, Rules rules) {
    this.desk = desk;
    this.rules = rules;
  }

  @POST
  @Idempotent
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(
      operationId = "defineCreditRule",
      summary = "Propose a crediting rule",
      description =
          "Its condition is compiled and checked; a faulty one is refused with the place of the"
              + " fault. It credits nothing until somebody else activates it.")
  @APIResponse(
      responseCode = "409",
      description = "There is a rule with this key already (credit-rule-exists).")
  @APIResponse(responseCode = "422", description = "It could not credit (credit-rule-invalid).")
  @APIResponseSchema(
      value = CreditRule.class,
      responseCode = "201",
      responseDescription = "Proposed")
  public Response define(@NotNull @Valid RuleDefinition definition) {
    CreditRule rule = desk.define(definition);
    return Response.created(URI.create("/v1/credits/rules/" + rule.key())).entity(rule).build();
  }

  @GET
  @RolesAllowed({Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "listCreditRules", summary = "List crediting rules, by key")
  public Page<CreditRule> list(@BeanParam PageRequest page) {
    String after = page.position().map(last -> last.text(0)).orElse("");
    return Page.of(rules.after(after, page.fetch()), page, rule -> Cursor.of(rule.key()));
  }

  @GET
  @Path("/{key}")
  @RolesAllowed({Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "getCreditRule", summary = "Read a crediting rule with all its versions")
  public CreditRule get(@PathParam("key") String key) {
    return rules.find(key).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }

  @PUT
  @Path("/{key}")
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(
      operationId = "reviseCreditRule",
      summary = "Propose the next version of a crediting rule",
      description =
          "Once active it takes the place of those before it for sales from its beginning on. A"
              + " version that was never activated is left behind.")
  @APIResponseSchema(
      value = CreditRule.class,
      responseCode = "200",
      responseDescription = "Proposed")
  @APIResponse(responseCode = "422", description = "It could not credit (credit-rule-invalid).")
  public CreditRule revise(
      @PathParam("key") String key,
      @BeanParam IfMatch ifMatch,
      @NotNull @Valid RuleDefinition definition) {
    return desk.revise(key, ifMatch, definition);
  }

  @POST
  @Path("/{key}/end")
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(
      operationId = "endCreditRule",
      summary = "Propose that a crediting rule ends",
      description = "As its next version, which takes effect when somebody else activates it.")
  @APIResponseSchema(
      value = CreditRule.class,
      responseCode = "200",
      responseDescription = "Proposed")
  @APIResponse(
      responseCode = "409",
      description = "No version of it was ever active (credit-rule-not-active).")
  public CreditRule end(
      @PathParam("key") String key, @BeanParam IfMatch ifMatch, @NotNull @Valid RuleEnd end) {
    return desk.end(key, ifMatch, end.to());
  }
}
