package dev.milepost.tracking.rule;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.versioning.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets crediting rules take effect, over HTTP. */
@Path("/v1/credits/rules")
@Tag(name = "Crediting rules")
@Produces(MediaType.APPLICATION_JSON)
class RuleActivationResource {
  private final RuleDesk desk;

  RuleActivationResource(RuleDesk desk) {
    this.desk = desk;
  }

  @POST
  @Path("/{key}/activate")
  @RolesAllowed({Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "activateCreditRule",
      summary = "Let the newest version of a crediting rule take effect",
      description =
          "Not by its author. Sales of its time that were credited before are credited anew, in the"
              + " background.")
  @APIResponseSchema(
      value = CreditRule.class,
      responseCode = "200",
      responseDescription = "Activated")
  @APIResponse(
      responseCode = "403",
      description = "The caller wrote the version (own-credit-rule), or lacks the role.")
  @APIResponse(
      responseCode = "409",
      description = "The newest version is active already (credit-rule-not-proposed).")
  public CreditRule activate(@PathParam("key") String key, @BeanParam IfMatch ifMatch) {
    return desk.activate(key, ifMatch);
  }
}
