package dev.milepost.tracking.credit;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Credits, over HTTP. */
@Path("/v1")
@Tag(name = "Credits", description = "Who sales count for.")
@Produces(MediaType.APPLICATION_JSON)
class CreditResource {
  private final CreditReads reads;

  CreditResource(CreditReads reads) {
    this.reads = reads;
  }

  @GET
  @Path("/credits")
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "listCredits",
      summary = "List credits of sales",
      description = "Of participants that the caller may see, in the order of recording.")
  public Page<CreditView> list(@BeanParam CreditFilter filter, @BeanParam PageRequest page) {
    return reads.list(filter, page);
  }

  @GET
  @Path("/sales-events/waiting-reversals")
  @RolesAllowed({Roles.SALES_OPS, Roles.INTEGRATION})
  @Operation(
      operationId = "listWaitingReversals",
      summary = "List reversals whose original has not arrived",
      description = "Each applies by itself when its original comes.")
  public Page<WaitingReversal> waiting(@BeanParam PageRequest page) {
    return reads.waiting(page);
  }
}
