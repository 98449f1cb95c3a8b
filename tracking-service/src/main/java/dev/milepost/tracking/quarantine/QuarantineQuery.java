package dev.milepost.tracking.quarantine;

import dev.milepost.runtime.inbox.QuarantineFilter;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which quarantined events a list is about. */
record QuarantineQuery(
    @Parameter(description = "Why they were set aside.", example = "DIRECT_SHARES_NOT_ONE")
        @QueryParam("reason")
        @Nullable String reason,
    @Parameter(description = "Their source.", example = "/crm") @QueryParam("source")
        @Nullable String source,
    @Parameter(description = "Set aside from this instant on.", example = "2017-11-05T00:00:00Z")
        @QueryParam("from")
        @Nullable Instant from,
    @Parameter(description = "Set aside before this instant.", example = "2017-11-06T00:00:00Z")
        @QueryParam("to")
        @Nullable Instant to,
    @Parameter(description = "Those that were sent again, instead of those that wait.")
        @QueryParam("replayed")
        @DefaultValue("false")
        boolean replayed) {

  QuarantineFilter filter() {
    return new QuarantineFilter(reason, source, from, to, replayed);
  }
}
