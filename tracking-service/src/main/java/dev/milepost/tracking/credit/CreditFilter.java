package dev.milepost.tracking.credit;

import dev.milepost.tracking.query.Where;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which credits a list is about. */
record CreditFilter(
    @Parameter(description = "Who is credited.", example = "darcel-schlecht")
        @QueryParam("participant")
        @Nullable String participant,
    @Parameter(description = "A team they rolled up to.", example = "central") @QueryParam("team")
        @Nullable String team,
    @Parameter(description = "Source of the sale.", example = "/crm") @QueryParam("source")
        @Nullable String source,
    @Parameter(description = "Id of the sale within its source.") @QueryParam("saleId")
        @Nullable String saleId,
    @Parameter(description = "Sales from this instant on.", example = "2017-10-01T00:00:00Z")
        @QueryParam("from")
        @Nullable Instant from,
    @Parameter(description = "Sales before this instant.", example = "2018-01-01T00:00:00Z")
        @QueryParam("to")
        @Nullable Instant to) {

  /** Narrows a query over credits, named c, and their sales, named o. */
  Where narrow(Where where) {
    return where
        .andIf("c.participant_id = ?", participant)
        .andIf("? = ANY (c.teams)", team)
        .andIf("o.source = ?", source)
        .andIf("o.event_id = ?", saleId)
        .andIf("c.occurred_at >= ?", from)
        .andIf("c.occurred_at < ?", to);
  }
}
