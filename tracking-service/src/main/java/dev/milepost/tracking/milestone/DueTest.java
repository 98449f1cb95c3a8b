package dev.milepost.tracking.milestone;

import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.tracking.milestone.Milestone.Crossing;
import dev.milepost.tracking.milestone.PastValues.Moment;
import dev.milepost.tracking.pace.Attainment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The test of one milestone by the value that its goal had when it was due. Milestones of goals
 * whose attainment time alone may change are tested so, each once for each due date, by what is
 * recorded then. What comes to light later about the time before the due date cannot make one
 * reached any more; but it reverts a reached one whose value on its due date turns out to have been
 * below the bar, as long as the goal is open.
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

  /** The tests that are due, and those that what was booked makes necessary again. */
  static Stream<DueTest> of(Standing standing, List<Milestone> milestones, Instant now) {
    return milestones.stream()
        .filter(
            milestone ->
                milestone.crossing() == null
                    ? milestone.isUndecidedAt(now)
                    : standing.earliest().isBefore(milestone.dueAt()))
        .map(milestone -> new DueTest(standing, milestone));
  }

  Moment moment() {
    return new Moment(standing.goal(), milestone.dueAt());
  }

  /** The result, if the milestone is not the same afterwards. */
  Optional<Result> by(@Nullable BigDecimal value, Instant now) {
    Attainment attainment = Attainment.of(standing.snapshot(), standing.goal()::path);
    BigDecimal bar = attainment.bar(milestone.threshold(), milestone.dueAt());
    Crossing crossing = milestone.crossing();
    BigDecimal lower = crossing == null ? bar : attainment.easier(bar, crossing.bar());
    boolean holds = value != null && attainment.reaches(value, lower);
    BigDecimal done = value == null ? null : attainment.done(value, milestone.dueAt());
    MilestoneEvents events = new MilestoneEvents(standing.with(value, done));
    if (crossing == null) {
      return Optional.of(holds ? reached(bar, events, now) : new Result(milestone.missed()));
    }
    return holds
        ? Optional.empty()
        : Optional.of(
            new Result(
                milestone.reverted(standing.asksFor(milestone)), events.reverted(milestone, now)));
  }

  private Result reached(BigDecimal bar, MilestoneEvents events, Instant now) {
    int version = standing.snapshot().current().version();
    Crossing crossing = new Crossing(bar, version, milestone.dueAt(), now);
    Milestone reached = milestone.reachedWhenDue(crossing);
    return new Result(reached, events.reached(reached, crossing));
  }
}
