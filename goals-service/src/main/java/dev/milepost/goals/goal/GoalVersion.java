package dev.milepost.goals.goal;

import dev.milepost.contract.GoalSnapshot.Milestone;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of how much a goal asks for.
 *
 * @param version 1 for the one that is approved first
 * @param target what it asks for
 * @param milestones points on the way, by rising threshold
 * @param effectiveFrom from when on it shapes expected progress
 * @param reason why it replaces the version before; absent on the first
 * @param author who wrote it as it stands: whoever rewrote it or put another target in it last
 * @param approvedBy who agreed; absent while nobody has
 */
public record GoalVersion(
    int version,
    Target target,
    List<Milestone> milestones,
    Instant effectiveFrom,
    @Nullable String reason,
    Person author,
    @Nullable Person approvedBy) {

  /** Milestones of a goal that names none of its own. */
  public static final List<Milestone> DEFAULT_MILESTONES =
      List.of(milestone("0.25"), milestone("0.5"), milestone("0.75"), milestone("1.0"));

  public GoalVersion {
    milestones = List.copyOf(milestones);
  }

  GoalVersion approvedBy(Person person) {
    return new GoalVersion(version, target, milestones, effectiveFrom, reason, author, person);
  }

  /** With another target, which makes it the text of whoever put it there. */
  GoalVersion withTarget(Target changed, Person by) {
    return new GoalVersion(version, changed, milestones, effectiveFrom, reason, by, approvedBy);
  }

  private static Milestone milestone(String threshold) {
    return new Milestone(new BigDecimal(threshold), null);
  }
}
