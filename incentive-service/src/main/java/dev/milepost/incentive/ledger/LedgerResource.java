package dev.milepost.incentive.ledger;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ledger: own and managed lines; finance sees all. */
@Path("/v1/ledger")
@RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
@Tag(name = "Ledger")
class LedgerResource {
  private final Ledger ledger;
  private final Visibility visibility;

  LedgerResource(Ledger ledger, Visibility visibility) {
    this.ledger = ledger;
    this.visibility = visibility;
  }

  @GET
  @Operation(operationId = "listLedgerLines", summary = "List ledger lines")
  public Page<LedgerLine> list(@BeanParam LedgerFilter filter, @BeanParam PageRequest page) {
    return ledger.page(filter, visibility.ofRewards(), page);
  }
}
