package dev.milepost.tracking.milestone;

import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.tracking.pace.Attainment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A point on the way to one goal, and whether it is reached.
 *
 * <p>Life: a milestone is <em>open</em> until the goal's value stands at or above the milestone's
 * bar (threshold × target) at the end of a transaction. Then it is <em>reached</em>: a new cycle
 * begins, and the bar is kept with it. It stays reached while the value stands at or above the bar
 * it was reached at, or the bar of the target now in force, whichever is lower; so a revision of
 * the goal never takes a milestone back. When the value falls below both while the goal is open,
 * the milestone is <em>reverted</em>, open again, and may be reached in a next cycle. Going up and
 * down within one transaction leaves no trace.
 *
 * <p>Reached under a target that has since been raised, it rests on the sales of that target's
 * time: when so much of them is taken back that the bar was crossed only later, the milestone is
 * held to the target now in force like any other, see {@link Redating}.
 *
 * <p>What is crossed while the goal does not ask for it is told to nobody. So when a revision asks
 * for it later the milestone begins open, and is reached, and told, if the value stands at its bar.
 *
 * <p>Milestones of goals whose attainment time alone may change live otherwise: each is tested by
 * the value of its due date, see {@link DueTest}. The goal's achievement is then decided at its
 * close.
 *
 * @param threshold attainment to reach
 * @param declared whether the goal asks for it; attainment 1 is watched even when it does not
 * @param dueAt when it should be reached
 * @param cycle how often it was reached so far
 * @param crossing the crossing in force; null while open
 * @param achieved whether it was told that the goal is achieved, and that still stands; only at
 *     attainment 1
 * @param decided whether it was tested on its due date; never on a growing flow
 */
public record Milestone(
    BigDecimal threshold,
    boolean declared,
    Instant dueAt,
    int cycle,
    @Nullable Crossing crossing,
    boolean achieved,
    boolean decided) {

  /**
   * A crossing in force.
   *
   * @param bar value that was crossed, in the metric's unit
   * @param goalVersion version of the goal's target at that time
   * @param reachedAt when the sale that crossed it happened
   * @param recordedAt when that became known
   */
  public record Crossing(BigDecimal bar, int goalVersion, Instant reachedAt, Instant recordedAt) {}

  /** What the state at the end of a transaction means for a milestone. */
  public enum Change {
    REACHED,
    REVERTED
  }

  /** What changes, if anything, when the goal's value is {@code actual} and its target this. */
  Optional<Change> at(BigDecimal actual, BigDecimal target) {
    BigDecimal bar = Attainment.bar(threshold, target);
    Crossing now = crossing;
    if (now == null) {
      return actual.compareTo(bar) >= 0 ? Optional.of(Change.REACHED) : Optional.empty();
    }
    return actual.compareTo(bar.min(now.bar())) < 0
        ? Optional.of(Change.REVERTED)
        : Optional.empty();
  }

  static Milestone open(BigDecimal threshold, boolean declared, Instant dueAt) {
    return new Milestone(threshold, declared, dueAt, 0, null, false, false);
  }

  /**
   * Open, and planned anew; what was told before is not forgotten. With another due date it is to
   * be tested again.
   */
  Milestone planned(boolean declaredNow, Instant dueNow) {
    boolean tested = decided && dueNow.equals(dueAt);
    return new Milestone(threshold, declaredNow, dueNow, cycle, null, achieved, tested);
  }

  Milestone reached(Crossing by) {
    return new Milestone(threshold, declared, dueAt, cycle + 1, by, isTarget(), decided);
  }

  /** Open again; a version that no longer names it does not ask for it a second time. */
  Milestone reverted(boolean declaredNow) {
    return new Milestone(threshold, declaredNow, dueAt, cycle, null, false, decided);
  }

  Milestone redated(Crossing by) {
    return new Milestone(threshold, declared, dueAt, cycle, by, achieved, decided);
  }

  /** Still reached, but held to the target of another version from now on. */
  Milestone heldTo(Version version) {
    Crossing by = Objects.requireNonNull(crossing);
    BigDecimal bar = Attainment.bar(threshold, version.target());
    return redated(new Crossing(bar, version.version(), by.reachedAt(), by.recordedAt()));
  }

  /** Whether it should be tested: it is asked for and due, and was not tested yet. */
  boolean isUndecidedAt(Instant now) {
    return declared && !decided && !dueAt.isAfter(now);
  }

  /** Whether it was tested, and is to be tested again when this occurred or something later. */
  boolean isTestedAgainBy(Instant earliest) {
    return decided && (declared || crossing != null) && earliest.isBefore(dueAt);
  }

  /** Tested, and reached. */
  Milestone reachedWhenDue(Crossing by) {
    return new Milestone(threshold, declared, dueAt, cycle + 1, by, achieved, true);
  }

  /** Tested, and not reached. */
  Milestone missed() {
    return new Milestone(threshold, declared, dueAt, cycle, null, achieved, true);
  }

  /**
   * The goal is achieved at its close. That is a crossing of its own where the milestone was not
   * reached on its due date; one that the goal asks for stays open all the same.
   */
  Milestone achievedAtClose(Crossing close) {
    if (crossing != null) {
      return new Milestone(threshold, declared, dueAt, cycle, crossing, true, true);
    }
    return new Milestone(
        threshold, declared, dueAt, cycle + 1, declared ? null : close, true, true);
  }

  /** Whether the goal is achieved when this milestone is reached. */
  boolean isTarget() {
    return threshold.compareTo(BigDecimal.ONE) == 0;
  }

  /** Names this crossing for good. */
  public String crossingId(String goalId) {
    return goalId + ":" + threshold.stripTrailingZeros().toPlainString() + ":" + cycle;
  }
}
