package dev.milepost.analytics.trend;

import dev.milepost.runtime.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Trends over HTTP. */
@Path("/v1/trends")
@Tag(name = "Trends", description = "How a metric went over time.")
@Produces(MediaType.APPLICATION_JSON)
class TrendResource {
  private final Trends trends;

  TrendResource(Trends trends) {
    this.trends = trends;
  }

  @GET
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "getTrend",
      summary = "Read a metric over time",
      description =
          """
          One point per period of the fiscal calendar, at most 500. For a participant, a team or,
          without an owner, the whole organisation, which is for those who see its root team. A
          period without data has no value; a flow metric without sales is 0 from the owner's first
          sale on.
          """)
  @APIResponse(responseCode = "200", description = "The trend.")
  @APIResponse(
      responseCode = "404",
      description = "There is no such metric or owner, or it is not visible to you.")
  public Trend get(@BeanParam TrendQuery query) {
    return trends.read(query);
  }
}
