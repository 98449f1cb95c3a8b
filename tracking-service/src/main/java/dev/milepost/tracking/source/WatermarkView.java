package dev.milepost.tracking.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The watermark of a source.
 *
 * @param source the source
 * @param watermark everything that occurred before this instant has been sent
 * @param declaredAt when it was declared
 * @param declaredBy who declared it
 * @param completeUntil everything that occurred before this instant is taken in; follows the
 *     watermark in a few seconds, and is null before the first time
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WatermarkView(
    String source,
    Instant watermark,
    Instant declaredAt,
    String declaredBy,
    @Schema(nullable = true) @Nullable Instant completeUntil) {

  static WatermarkView of(Watermark watermark) {
    return new WatermarkView(
        watermark.source(),
        watermark.until(),
        watermark.declaredAt(),
        watermark.declaredBy(),
        watermark.completeUntil());
  }
}
