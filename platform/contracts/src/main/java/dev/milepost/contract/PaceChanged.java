package dev.milepost.contract;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status of a goal's pace became another: by a sale, by a revision, or because time went on. A
 * status that was just left is told again only when pace lies 0.02 beyond the border. Never told
 * while the goal's past is being added, nor after its close.
 *
 * @param goalId the goal
 * @param goalVersion version of the goal that is in force
 * @param owner the goal's owner
 * @param metric key of the goal's metric
 * @param period label of the goal's period
 * @param change counts up with every change of this goal, from 1 on
 * @param previousStatus what was so before; absent when nothing was told before, which is then told
 *     only if there is something to compare
 * @param status what is so now
 * @param actual progress, in the metric's unit; absent while a level has no value
 * @param attainment how much of the way is done, 1 at the target; absent while there is none
 * @param expected the share of the way that the goal's profile foresees for {@code at}
 * @param pace attainment / expected for a sum that should grow, attainment for one that should
 *     shrink, attainment − expected for a level; absent while that would mean nothing
 * @param at the moment that all of this is so
 * @param sequence last progress line at that moment
 */
public record PaceChanged(
    String goalId,
    int goalVersion,
    Owner owner,
    String metric,
    String period,
    long change,
    @Nullable Status previousStatus,
    Status status,
    @Nullable BigDecimal actual,
    @Nullable @Ratio BigDecimal attainment,
    @Ratio BigDecimal expected,
    @Nullable @Ratio BigDecimal pace,
    Instant at,
    long sequence)
    implements Event {

  /** How a goal stands against what was expected of it by now. */
  public enum Status {
    /** There is no value yet. */
    NO_DATA,
    /** Less than a tenth of the way is expected yet, so a comparison would mean nothing. */
    TOO_EARLY,
    OFF_TRACK,
    AT_RISK,
    ON_TRACK,
    AHEAD,
    /** Attainment is 1 or more. */
    TARGET_REACHED
  }
}
