package dev.milepost.tracking.milestone;

import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.tracking.milestone.Milestone.Crossing;
import dev.milepost.tracking.milestone.PastValues.Moment;
import dev.milepost.tracking.pace.Attainment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The test of one milestone by the value that its goal had when it was due. Milestones of goals
 * whose attainment time alone may change are tested so: for the first time when they are due and
 * everything is taken in that had arrived by then, and again, as long as the goal is open, when
 * something comes to light about the time before. So whether one is reached follows from the sales
 * that count, not from the order in which they came: what is taken back is as if it had never been.
 *
 * @param standing where its goal stands
 * @param milestone as it was before
 */
record DueTest(Standing standing, Milestone milestone) {

  /** What came of a test: the milestone as it is now, and what to tell. */
  record Result(Milestone after, List<OutgoingEvent> events) {
    Result(Milestone after) {
      this(after, List.of());
    }
  }

  /**
   * The tests that are due where nothing was booked, because it is the time that is looked at; and
   * those that what was booked makes necessary again.
   */
  static Stream<DueTest> of(Standing standing, List<Milestone> milestones, Instant now) {
    return milestones.stream()
        .filter(
            milestone ->
                standing.earliest().equals(Instant.MAX)
                    ? milestone.isUndecidedAt(now)
                    : milestone.isTestedAgainBy(standing.earliest()))
        .map(milestone -> new DueTest(standing, milestone));
  }

  Moment moment() {
    return new Moment(standing.goal(), milestone.dueAt());
  }

  /** What the value means for the milestone; it may stay as it is. */
  Result by(@Nullable BigDecimal value, Instant now) {
    Attainment attainment = Attainment.of(standing.snapshot(), standing.goal()::path);
    BigDecimal bar = attainment.bar(milestone.threshold(), milestone.dueAt());
    Crossing crossing = milestone.crossing();
    BigDecimal lower = crossing == null ? bar : attainment.easier(bar, crossing.bar());
    boolean holds = value != null && attainment.reaches(value, lower);
    BigDecimal done = value == null ? null : attainment.done(value, milestone.dueAt());
    MilestoneEvents events = new MilestoneEvents(standing.with(value, done));
    if (crossing == null) {
      return holds ? reached(bar, events, now) : new Result(milestone.missed());
    }
    return holds
        ? new Result(milestone)
        : new Result(
            milestone.reverted(standing.asksFor(milestone)), events.reverted(milestone, now));
  }

  private Result reached(BigDecimal bar, MilestoneEvents events, Instant now) {
    int version = standing.snapshot().current().version();
    Crossing crossing = new Crossing(bar, version, milestone.dueAt(), now);
    Milestone reached = milestone.reachedWhenDue(crossing);
    return new Result(reached, events.reached(reached, crossing));
  }
}
