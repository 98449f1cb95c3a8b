package dev.milepost.tracking.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A system that sends sales events.
 *
 * @param source CloudEvents source of its events
 * @param received how many of its events arrived, duplicates and those set aside included
 * @param firstReceivedAt when the first arrived; null when none did
 * @param lastReceivedAt when the last arrived; null when none did
 * @param latestOccurredAt the latest time that a valid event of it tells of; null without one
 * @param watermark everything that occurred before this instant has been sent, as the source
 *     declares; null when it declares nothing
 * @param completeUntil everything that occurred before this instant is taken in; null when the
 *     source declares nothing
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SourceView(
    String source,
    long received,
    @Schema(nullable = true) @Nullable Instant firstReceivedAt,
    @Schema(nullable = true) @Nullable Instant lastReceivedAt,
    @Schema(nullable = true) @Nullable Instant latestOccurredAt,
    @Schema(nullable = true) @Nullable Instant watermark,
    @Schema(nullable = true) @Nullable Instant completeUntil) {}
