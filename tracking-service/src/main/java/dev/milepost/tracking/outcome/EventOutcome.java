package dev.milepost.tracking.outcome;

import dev.milepost.contract.SaleRef;
import dev.milepost.tracking.credit.CreditView;
import dev.milepost.tracking.sale.VersionNeighbours;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a sales event.
 *
 * @param source its source
 * @param id its id within the source
 * @param outcome what became of it
 * @param type its CloudEvents type; absent while it is not recorded
 * @param occurredAt when it happened; absent while it is not recorded
 * @param recordedAt when it was recorded; absent while it is not
 * @param reason why it counts for no goal at all, or has no effect
 * @param credits who was credited, and what was taken back
 * @param counted the goals that counted it, with the lines of their ledgers
 * @param missed goals of those who were credited that did not count it, the nearest period first
 * @param moreMissed whether there may be more of them than are listed
 * @param reversedBy the reversals that took something of it back
 * @param reverses what it took back itself, when it is a reversal
 * @param supersedes the older version of the same record that counted until it came
 * @param supersededBy the version of the same record that is in force instead
 * @param setAside its records in quarantine, the newest first; for sales-ops and finance
 * @param duplicates how often it came again with the same content
 * @param conflicts how often it came again with other content
 */
public record EventOutcome(
    String source,
    String id,
    Outcome outcome,
    @Nullable String type,
    @Nullable Instant occurredAt,
    @Nullable Instant recordedAt,
    @Nullable ReasonView reason,
    List<CreditView> credits,
    List<CountedGoal> counted,
    List<MissedGoal> missed,
    boolean moreMissed,
    List<Undoing> reversedBy,
    @Nullable Undoing reverses,
    @Nullable SaleRef supersedes,
    @Nullable SaleRef supersededBy,
    List<SetAside> setAside,
    long duplicates,
    long conflicts) {

  /** How an event came, besides the once that it was recorded. */
  record Receipts(List<SetAside> setAside, long duplicates, long conflicts) {}

  /** The outcome of a recorded event that is no reversal. */
  static EventOutcome ofSale(
      OutcomeRows.Recorded event, List<CreditView> credits, Around goals, Receipts receipts) {
    return new EventOutcome(
        event.sale().ref().source(),
        event.sale().ref().id(),
        event.outcome(),
        event.sale().type().typeName(),
        event.sale().data().occurredAt(),
        event.recordedAt(),
        goals.reason(),
        credits,
        goals.counted(),
        goals.missed(),
        goals.more(),
        goals.reversedBy(),
        null,
        goals.versions().supersedes(),
        goals.versions().supersededBy(),
        receipts.setAside(),
        receipts.duplicates(),
        receipts.conflicts());
  }

  /** The outcome of a recorded reversal. */
  static EventOutcome ofReversal(
      OutcomeRows.Recorded event,
      Undoing reverses,
      @Nullable ReasonView reason,
      Receipts receipts) {
    return new EventOutcome(
        event.sale().ref().source(),
        event.sale().ref().id(),
        event.outcome(),
        event.sale().type().typeName(),
        event.sale().data().occurredAt(),
        event.recordedAt(),
        reason,
        List.of(),
        List.of(),
        List.of(),
        false,
        List.of(),
        reverses,
        null,
        null,
        receipts.setAside(),
        receipts.duplicates(),
        receipts.conflicts());
  }

  /** The outcome of an event that is not recorded. */
  static EventOutcome ofUnrecorded(SaleRef ref, Outcome outcome, Receipts receipts) {
    return new EventOutcome(
        ref.source(),
        ref.id(),
        outcome,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        false,
        List.of(),
        null,
        null,
        null,
        receipts.setAside(),
        receipts.duplicates(),
        receipts.conflicts());
  }

  /** The goals around a sale, what took it back, and its neighbours among versions. */
  record Around(
      @Nullable ReasonView reason,
      List<CountedGoal> counted,
      List<MissedGoal> missed,
      boolean more,
      List<Undoing> reversedBy,
      VersionNeighbours versions) {}
}
