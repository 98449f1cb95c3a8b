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

/** Reversals that came before their original, over HTTP. */
@Path("/v1/sales-events/waiting-reversals")
@Tag(name = "Sales events", description = "Facts from other systems.")
@Produces(MediaType.APPLICATION_JSON)
class WaitingReversalResource {
  private final CreditReads reads;

  WaitingReversalResource(CreditReads reads) {
    this.reads = reads;
  }

  @GET
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(
      operationId = "listWaitingReversals",
      summary = "List reversals whose original has not arrived",
      description = "Each applies by itself when its original comes.")
  public Page<WaitingReversal> list(@BeanParam PageRequest page) {
    return reads.waiting(page);
  }
}
