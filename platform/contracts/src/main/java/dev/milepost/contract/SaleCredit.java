package dev.milepost.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One participant's share of one sales event and what it changed: data of SaleCredited and
 * CreditReversed. A credit may be told more than once, each time with other contributions (a goal
 * published late is filled from credits already told); readers keep the union, by goal and
 * sequence.
 *
 * @param creditId the credit; a reversal names the credit that it takes back
 * @param revision 0 for the credit itself, counting up with every compensation
 * @param sale the sales event that caused it
 * @param saleType CloudEvents type of that event
 * @param occurredAt when the sale happened
 * @param recordedAt when we learned of it
 * @param participantId who is credited
 * @param creditType how
 * @param share part of the sale, in (0, 1]; negative on a reversal
 * @param value the sale's amount, undivided, if it has one
 * @param teams the teams it rolled up to, from the participant's own to the root
 * @param contributions what it changed in which goal
 * @param reversedBy the event that takes it back; only on CreditReversed, and there absent when no
 *     event did: the sale was credited anew, and another credit takes the place of this one
 */
public record SaleCredit(
    String creditId,
    int revision,
    SaleRef sale,
    String saleType,
    Instant occurredAt,
    Instant recordedAt,
    String participantId,
    CreditType creditType,
    @Ratio BigDecimal share,
    @Nullable Money value,
    List<String> teams,
    List<Contribution> contributions,
    @Nullable SaleRef reversedBy)
    implements Event {

  /**
   * One line of a goal's progress.
   *
   * @param goalId the goal
   * @param metricVersion version of the metric that decided
   * @param sequence number of the line among the goal's, from 1
   * @param delta change of the goal's numerator, share already applied: of a SUM or COUNT how much
   *     the goal's value changes; of a DISTINCT_COUNT 1 when a sale of a key begins to count and -1
   *     when it ceases to, which changes the value only with the key's first or last sale, and 0
   *     when the key turns out to have been seen before; of an AVERAGE or RATIO the change of the
   *     dividend, of a LATEST the value that comes or goes
   */
  public record Contribution(String goalId, int metricVersion, long sequence, BigDecimal delta) {}
}
