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
@Path("/v1/credits")
@Tag(name = "Credits", description = "Who sales count for.")
@Produces(MediaType.APPLICATION_JSON)
class CreditResource {
  private final CreditReads reads;

  CreditResource(CreditReads reads) {
    this.reads = reads;
  }

  @GET
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "listCredits",
      summary = "List credits of sales",
      description = "Of participants that the caller may see, in the order of recording.")
  public Page<CreditView> list(@BeanParam CreditFilter filter, @BeanParam PageRequest page) {
    return reads.list(filter, page);
  }
}
