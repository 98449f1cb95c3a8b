package dev.milepost.incentive.goal;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.MilestoneReverted;
import dev.milepost.contract.ProgressRecorded;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything told about one goal that pay depends on.
 *
 * <p>Each fact is taken in by its version or cycle, so the same facts give the same standing in
 * whatever order, and however often, they arrive.
 *
 * @param goalId the goal
 * @param goal its newest snapshot; absent while only its progress is known
 * @param progress its newest progress
 * @param crossings the newest crossing of each threshold, by rising threshold
 */
public record GoalStanding(
    String goalId,
    @Nullable GoalSnapshot goal,
    @Nullable ProgressRecorded progress,
    List<Crossing> crossings) {

  /** A goal of which nothing has been told yet. */
  public static GoalStanding unknown(String goalId) {
    return new GoalStanding(goalId, null, null, List.of());
  }

  /** Takes in a snapshot; an older one changes nothing. */
  public GoalStanding with(GoalSnapshot snapshot) {
    return goal != null && goal.version() >= snapshot.version()
        ? this
        : new GoalStanding(goalId, snapshot, progress, crossings);
  }

  /** Takes in progress; an older one changes nothing. */
  public GoalStanding with(ProgressRecorded recorded) {
    return progress != null && progress.version() >= recorded.version()
        ? this
        : new GoalStanding(goalId, goal, recorded, crossings);
  }

  /** Takes in a crossing. */
  public GoalStanding with(MilestoneReached reached) {
    return with(new Crossing(reached.threshold(), reached.cycle(), reached, false));
  }

  /** Takes in that a crossing no longer holds. */
  public GoalStanding with(MilestoneReverted reverted) {
    return with(new Crossing(reverted.threshold(), reverted.cycle(), null, true));
  }

  /** The milestones that are reached now. */
  public List<MilestoneReached> milestonesInForce() {
    return crossings.stream()
        .filter(crossing -> !crossing.reverted())
        .map(Crossing::reached)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Whether the goal was called off. */
  public boolean cancelled() {
    return goal != null && goal.state() == GoalSnapshot.State.CANCELLED;
  }

  private GoalStanding with(Crossing told) {
    Crossing newest =
        crossings.stream()
            .filter(told::isSameThreshold)
            .findFirst()
            .map(known -> known.merged(told))
            .orElse(told);
    List<Crossing> merged =
        Stream.concat(
                crossings.stream().filter(crossing -> !told.isSameThreshold(crossing)),
                Stream.of(newest))
            .sorted(Crossing.BY_THRESHOLD)
            .toList();
    return new GoalStanding(goalId, goal, progress, merged);
  }
}
