package dev.milepost.tracking.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.SalesEvent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
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
    @Nullable String type) {

  /** Several events, put right at once. */
  @Schema(name = "EventRepairBatch")
  record Batch(@NotNull @Size(min = 1, max = ReplayRequest.MOST) List<@NotNull @Valid Item> items) {

    /**
     * One of them.
     *
     * @param id its id in quarantine
     * @param repair what it should have been; each is held to the rules by itself
     */
    @Schema(name = "EventRepairItem")
    record Item(@NotNull UUID id, @NotNull EventRepair repair) {}
  }
}
