package dev.milepost.tracking.outcome;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.inbox.QuarantinedRecord;
import dev.milepost.runtime.inbox.QuarantinedRecord.Repaired;
import java.util.List;
import java.util.Optional;

/** How outcomes are told apart. */
final class Outcomes {
  /**
   * Whether a line, named e, counts its sale. One of a key that was seen before the goal's period
   * does not, nor one that only says so: that is there or not by the order in which sales came.
   */
  static final String COUNTS =
      """
      (e.key IS NULL OR e.numerator <> 0 AND NOT EXISTS (
         SELECT FROM goal_key k
         WHERE k.goal_no = e.goal_no AND k.key = e.key AND k.seen + k.late_seen > 0))
      """;

  /**
   * The outcome of a recorded event, named s, joined with its reversal, named r, if it is one. What
   * was taken back is told by the parts of its reversals, which add up to exactly 1 in the end; a
   * goal counts what is left of some credit.
   */
  static final String OF_EVENT =
      """
      CASE
        WHEN r.state IS NOT NULL THEN r.state
        WHEN EXISTS (SELECT FROM superseded_event v WHERE v.event_no = s.no) THEN 'SUPERSEDED'
        WHEN (SELECT sum(t.part) FROM reversal t
              WHERE t.original_no = s.no AND t.state = 'APPLIED') >= 1 THEN 'REVERSED'
        WHEN EXISTS (SELECT FROM credit c JOIN progress_entry e ON e.credit_no = c.credit_no
                     WHERE c.event_no = s.no AND c.revision = 0 AND %s
                       AND (SELECT sum(x.share) FROM credit x
                            WHERE x.credit_no = c.credit_no) <> 0) THEN 'COUNTED'
        ELSE 'NOWHERE'
      END
      """
          .formatted(COUNTS);

  private Outcomes() {}

  /**
   * The outcome of an event that is not recorded. One that waits in quarantine waits, whatever else
   * was sent; one that was sent again is on its way, unless it went under another identity.
   *
   * @param aside what was set aside of it or sent again as it
   * @param accepted whether it was taken in over HTTP
   */
  static Optional<Outcome> ofUnrecorded(
      SaleRef ref, List<QuarantinedRecord> aside, boolean accepted) {
    if (aside.stream().anyMatch(record -> record.replayedAt() == null)) {
      return Optional.of(Outcome.QUARANTINED);
    }
    if (aside.stream().anyMatch(record -> sentAs(record, ref)) || aside.isEmpty() && accepted) {
      return Optional.of(Outcome.ACCEPTED);
    }
    return aside.isEmpty() ? Optional.empty() : Optional.of(Outcome.QUARANTINED);
  }

  private static boolean sentAs(QuarantinedRecord record, SaleRef ref) {
    Repaired repaired = record.repaired();
    return repaired == null || new SaleRef(repaired.source(), repaired.eventId()).equals(ref);
  }
}
