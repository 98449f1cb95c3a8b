package dev.milepost.tracking.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.SalesEvent;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a quarantined event should have been.
 *
 * @param data the whole data, corrected
 * @param source its source; what is not given stays as it was
 * @param id its id; what is not given stays as it was
 * @param type its CloudEvents type; what is not given stays as it was
 */
record EventRepair(
    @NotNull @Schema(implementation = SalesEvent.class) JsonNode data,
    @Nullable String source,
    @Nullable String id,
    @Nullable String type) {}
