package dev.milepost.tracking.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Ratio;
import dev.milepost.tracking.milestone.Milestone;
import dev.milepost.tracking.milestone.Milestone.Crossing;
import dev.milepost.tracking.pace.Attainment;
import dev.milepost.tracking.pace.ExpectedPath;
import dev.milepost.tracking.pace.Pace;
import dev.milepost.tracking.pace.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a goal is.
 *
 * @param goalId the goal
 * @param owner whose goal it is
 * @param metric key of its metric
 * @param period label of its period
 * @param unit unit of baseline, actual and target: a currency code, COUNT, …
 * @param baseline where it started; null when it has none
 * @param actual value so far; once closed, the value it closed with
 * @param target what is committed to
 * @param attainment actual / target
 * @param expected the attainment that its profile foresees for {@code asOf}
 * @param pace attainment / expected; null while that would mean nothing
 * @param status what the pace means
 * @param milestones by rising threshold
 * @param asOf the moment that this is the answer for
 * @param provisional whether the result may still change: until the goal is closed
 * @param restatedAttainment closed goals: attainment with what came after the close; absent when
 *     nothing did
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProgressView(
    String goalId,
    Owner owner,
    String metric,
    String period,
    String unit,
    @Schema(nullable = true) @Nullable BigDecimal baseline,
    BigDecimal actual,
    BigDecimal target,
    @Ratio BigDecimal attainment,
    @Ratio BigDecimal expected,
    @Schema(nullable = true) @Nullable @Ratio BigDecimal pace,
    Status status,
    List<MilestoneOnTheWay> milestones,
    Instant asOf,
    boolean provisional,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Ratio BigDecimal restatedAttainment) {

  /**
   * A milestone of the goal.
   *
   * @param threshold attainment to reach
   * @param dueAt when it should be reached
   * @param reachedAt when it was; null while it is open
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record MilestoneOnTheWay(
      @Ratio BigDecimal threshold,
      Instant dueAt,
      @Schema(nullable = true) @Nullable Instant reachedAt) {

    static MilestoneOnTheWay of(Milestone milestone) {
      Crossing crossing = milestone.crossing();
      return new MilestoneOnTheWay(
          Decimals.shortest(milestone.threshold()),
          milestone.dueAt(),
          crossing == null ? null : crossing.reachedAt());
    }
  }

  static ProgressView of(
      GoalSnapshot goal, Account.State account, List<Milestone> milestones, Instant now) {
    BigDecimal target = goal.current().target();
    BigDecimal actual = account.tally().value();
    BigDecimal attainment = Attainment.of(actual, target);
    BigDecimal expected = ExpectedPath.of(goal).expectedAt(now);
    Pace pace = Pace.of(attainment, expected);
    return new ProgressView(
        goal.goalId(),
        goal.owner(),
        goal.metric().key(),
        goal.period().label(),
        goal.metric().unit(),
        goal.current().baseline(),
        actual,
        Decimals.shortest(target),
        attainment,
        Decimals.shortest(expected.setScale(4, RoundingMode.HALF_EVEN)),
        pace.value(),
        pace.status(),
        milestones.stream().filter(Milestone::declared).map(MilestoneOnTheWay::of).toList(),
        now,
        account.closedAt() == null,
        restated(account, target));
  }

  private static @Nullable BigDecimal restated(Account.State account, BigDecimal target) {
    return account.closedAt() == null || account.lateEntries() == 0
        ? null
        : Attainment.of(account.tally().plus(account.late()).value(), target);
  }
}
