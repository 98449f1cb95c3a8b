package dev.milepost.tracking.intake;

import dev.milepost.contract.SalesEvent;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a request, for the API document; requests are read by {@link SubmissionReader}. */
@Schema(name = "SalesCloudEvent", description = "A CloudEvent 1.0 in structured JSON mode.")
record SalesCloudEvent(
    @Schema(required = true, enumeration = "1.0") String specversion,
    @Schema(required = true, description = "Unique within the source.") String id,
    @Schema(required = true, description = "The system that tells.", examples = "/crm")
        String source,
    @Schema(required = true, examples = "dev.milepost.sales.deal.won") String type,
    @Schema(description = "When the event was sent; decides nothing.") @Nullable Instant time,
    @Schema(required = true) SalesEvent data) {}
