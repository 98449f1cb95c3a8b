package dev.milepost.tracking.exchange;

import dev.milepost.runtime.access.Caller;
import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exchange rates, over HTTP. */
@Path("/v1/exchange-rates")
@Tag(name = "Exchange rates", description = "What amounts of other currencies are counted by.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SALES_OPS, Roles.FINANCE})
class RateResource {
  private static final String EFFECT =
      "Each is answered by itself, and one that is refused does not refuse others. The value in"
          + " force sent again changes nothing; another one is a new version that is used from"
          + " then on, while what was counted keeps the version it was counted by. Afterwards"
          + " sales events that were set aside for want of a rate can be sent again; goals that"
          + " wait for one go on by themselves.";

  private final RateImports imports;
  private final RateReads reads;
  private final Caller caller;

  RateResource(RateImports imports, RateReads reads, Caller caller) {
    this.imports = imports;
    this.reads = reads;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listExchangeRates",
      summary = "List exchange rates",
      description = "With all their versions, in the order of import.")
  public Page<RateView> list(@BeanParam RateFilter filter, @BeanParam PageRequest page) {
    return reads.list(filter, page);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importExchangeRates",
      summary = "Import exchange rates",
      description = EFFECT)
  public Page<ImportedRate> importJson(@NotNull @Valid RateRequest.Batch rates) {
    return imports.take(rates.items(), caller.principal());
  }

  @POST
  @Path("/import")
  @Consumes("text/csv")
  @Operation(
      operationId = "importExchangeRateTable",
      summary = "Import exchange rates from CSV",
      description =
          "Columns, in any order, named in the first line: kind, fromCurrency, toCurrency, period,"
              + " rate. "
              + EFFECT)
  public Page<ImportedRate> importCsv(@NotBlank String csv) {
    return imports.take(RateTable.read(csv), caller.principal());
  }
}
