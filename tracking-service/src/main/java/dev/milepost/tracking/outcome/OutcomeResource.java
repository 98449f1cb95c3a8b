package dev.milepost.tracking.outcome;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of one sales event, over HTTP. */
@Path("/v1/sales-events/{source}/{id}/outcome")
@Tag(name = "Outcomes", description = "What became of every sales event, and why.")
@Produces(MediaType.APPLICATION_JSON)
class OutcomeResource {
  private final OutcomeReads reads;

  OutcomeResource(OutcomeReads reads) {
    this.reads = reads;
  }

  @GET
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "getSalesEventOutcome",
      summary = "Read what became of a sales event",
      description =
          "The goals that counted it, and for each other goal of those who were credited the first"
              + " condition that failed. Reasons are found when asked for, by the goals as they are"
              + " now; at most 100, those with the nearest period. A rep sees events that the rep"
              + " is credited for, a manager those of the sub-tree; events that are not recorded"
              + " are for sales-ops and finance.")
  public EventOutcome get(
      @Parameter(description = "Source of the event, URL-encoded.", example = "/crm")
          @PathParam("source")
          String source,
      @Parameter(description = "Id of the event, URL-encoded.", example = "deal-1C1I7A6R")
          @PathParam("id")
          String id) {
    return reads
        .find(new SaleRef(source, id))
        .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }
}
