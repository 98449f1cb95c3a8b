package dev.milepost.tracking.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The account of everything that a source sent on a day: {@code received} is the sum of all others.
 * What is sent again from quarantine is received again, on the day on which it comes.
 *
 * @param day the day on which it was received
 * @param zone the zone that days are counted in
 * @param source the source; null for records whose source cannot be read
 * @param received all of it
 * @param counted events that some goal counts
 * @param nowhere events that no goal counts
 * @param reversed events that were wholly taken back since
 * @param superseded versions of records that other versions are in force instead of
 * @param reversalsApplied reversals that took something back
 * @param reversalsWaiting reversals whose original has not arrived
 * @param reversalsWithoutEffect reversals that changed nothing
 * @param duplicate events that came again with the same content
 * @param conflict events that came again with other content
 * @param quarantined records that are set aside for another reason
 * @param replayed records that were set aside and sent again since
 * @param accepted events that came over HTTP and are on their way
 */
public record ReconciledDay(
    LocalDate day,
    String zone,
    @Schema(nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String source,
    long received,
    long counted,
    long nowhere,
    long reversed,
    long superseded,
    long reversalsApplied,
    long reversalsWaiting,
    long reversalsWithoutEffect,
    long duplicate,
    long conflict,
    long quarantined,
    long replayed,
    long accepted) {

  /** What can become of something that was received, beyond the outcomes of events. */
  enum Fate {
    COUNTED,
    NOWHERE,
    REVERSED,
    SUPERSEDED,
    APPLIED,
    WAITING,
    WITHOUT_EFFECT,
    DUPLICATE,
    CONFLICT,
    QUARANTINED,
    REPLAYED,
    ACCEPTED
  }

  static ReconciledDay of(
      LocalDate day, String zone, @Nullable String source, Map<Fate, Long> fates) {
    return new ReconciledDay(
        day,
        zone,
        source,
        fates.values().stream().mapToLong(Long::longValue).sum(),
        fates.getOrDefault(Fate.COUNTED, 0L),
        fates.getOrDefault(Fate.NOWHERE, 0L),
        fates.getOrDefault(Fate.REVERSED, 0L),
        fates.getOrDefault(Fate.SUPERSEDED, 0L),
        fates.getOrDefault(Fate.APPLIED, 0L),
        fates.getOrDefault(Fate.WAITING, 0L),
        fates.getOrDefault(Fate.WITHOUT_EFFECT, 0L),
        fates.getOrDefault(Fate.DUPLICATE, 0L),
        fates.getOrDefault(Fate.CONFLICT, 0L),
        fates.getOrDefault(Fate.QUARANTINED, 0L),
        fates.getOrDefault(Fate.REPLAYED, 0L),
        fates.getOrDefault(Fate.ACCEPTED, 0L));
  }
}
