package dev.milepost.analytics.leaderboard;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Leaderboards over HTTP. */
@Path("/v1/leaderboards")
@Tag(name = "Leaderboards", description = "Who stands where by a metric in a period.")
@Produces(MediaType.APPLICATION_JSON)
class LeaderboardResource {
  private static final String PUBLICATION = "/{metric}/{period: .+}/publication";

  private final Leaderboards leaderboards;

  LeaderboardResource(Leaderboards leaderboards) {
    this.leaderboards = leaderboards;
  }

  @GET
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "listLeaderboard",
      summary = "List participants by place",
      description =
          """
          One row per goal of the metric in the period. Until it is published, a rep sees the own
          row and a manager the sub-tree. Rewards appear where the caller may see them.
          """)
  @APIResponse(responseCode = "200", description = "A page of rows, the first place first.")
  @APIResponse(
      responseCode = "404",
      description = "No participant has a goal of this metric in this period.")
  public Page<LeaderboardRow> list(@BeanParam LeaderboardQuery query, @BeanParam PageRequest page) {
    return leaderboards.page(query.board(), query.by(), page);
  }

  @GET
  @Path(PUBLICATION)
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "getPublication", summary = "Read who published a leaderboard, and when")
  public Publication publication(
      @PathParam("metric") String metric, @PathParam("period") String period) {
    return leaderboards.publication(new Leaderboard(metric, period));
  }

  @PUT
  @Path(PUBLICATION)
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(
      operationId = "publishLeaderboard",
      summary = "Publish a leaderboard",
      description = "From then on reps and managers see all of its rows.")
  public Publication publish(
      @PathParam("metric") String metric, @PathParam("period") String period) {
    return leaderboards.publish(new Leaderboard(metric, period));
  }

  @DELETE
  @Path(PUBLICATION)
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(operationId = "withdrawLeaderboard", summary = "Withdraw a published leaderboard")
  public void withdraw(@PathParam("metric") String metric, @PathParam("period") String period) {
    leaderboards.withdraw(new Leaderboard(metric, period));
  }
}
