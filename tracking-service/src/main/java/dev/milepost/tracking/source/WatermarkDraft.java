package dev.milepost.tracking.source;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source declares.
 *
 * @param watermark everything that occurred before this instant has been sent
 * @param correction whether it may be lower than what was declared before; sales-ops only
 */
record WatermarkDraft(@NotNull Instant watermark, @Nullable Boolean correction) {

  boolean corrects() {
    return Boolean.TRUE.equals(correction);
  }
}
