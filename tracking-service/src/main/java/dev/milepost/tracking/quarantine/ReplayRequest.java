package dev.milepost.tracking.quarantine;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which quarantined events to send again: those that are named, or all that wait and fit.
 *
 * @param ids named ones; absent to choose by what follows
 * @param reason why they were set aside
 * @param source their source
 * @param from set aside from this instant on
 * @param to set aside before this instant
 */
record ReplayRequest(
    @Size(min = 1, max = MOST) @Nullable List<UUID> ids,
    @Schema(examples = "IN_THE_FUTURE") @Nullable String reason,
    @Schema(examples = "/crm") @Nullable String source,
    @Nullable Instant from,
    @Nullable Instant to) {
  static final int MOST = 500;

  /** Whether it names some and describes others. */
  boolean isBoth() {
    return ids != null && isDescribed();
  }

  /** Whether it says nothing, which would mean everything. */
  boolean isNeither() {
    return ids == null && !isDescribed();
  }

  private boolean isDescribed() {
    return reason != null || source != null || from != null || to != null;
  }
}
