package dev.milepost.tracking.outcome;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The account of what was received, over HTTP. */
@Path("/v1/sales-events/reconciliation")
@Tag(name = "Outcomes", description = "What became of every sales event, and why.")
@Produces(MediaType.APPLICATION_JSON)
class ReconciliationResource {
  private final Reconciliation reconciliation;

  ReconciliationResource(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  @GET
  @RolesAllowed({Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "reconcileSalesEvents",
      summary = "Reconcile what was received, per source and day",
      description =
          "`received` is the sum of all other counts, which say what became of it as of now. Days"
              + " are those of the organisation's zone, UTC while none is known; at most 31, by"
              + " when something was received. What the door refuses as invalid is told to the"
              + " sender and not received. Records without a readable source come last, under"
              + " null.")
  public Page<ReconciledDay> list(
      @Parameter(description = "One source only.", example = "/crm") @QueryParam("source")
          @Nullable String source,
      @Parameter(description = "First day.", example = "2017-11-05") @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(description = "First day that is no longer asked for.", example = "2017-11-12")
          @QueryParam("to")
          @Nullable LocalDate to,
      @BeanParam PageRequest page) {
    return reconciliation.days(source, from, to, page);
  }
}
