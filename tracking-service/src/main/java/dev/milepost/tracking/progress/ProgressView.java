package dev.milepost.tracking.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.Owner;
import dev.milepost.contract.PaceChanged.Status;
import dev.milepost.contract.Ratio;
import dev.milepost.tracking.milestone.Milestone;
import dev.milepost.tracking.milestone.Milestone.Crossing;
import dev.milepost.tracking.pace.Attainment;
import dev.milepost.tracking.pace.Judgement;
import dev.milepost.tracking.pace.Pace;
import dev.milepost.tracking.pace.WorkingDays;
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
 * @param actual value so far; once closed, the value it closed with; null while a level has no
 *     value
 * @param target what is committed to
 * @param attainment how much of the way is done, 1 at the target: actual / target for a sum that
 *     should grow, the way from baseline to target for a level, and to date for a sum that should
 *     shrink; null while there is none
 * @param growth against the baseline, 0.25 for 25 % more; null without a baseline above 0
 * @param ofTarget levels: actual / target; null for others
 * @param sample levels: how many events the value rests on; null for others
 * @param expected the share of the way that its profile foresees for {@code asOf}
 * @param profile how {@code expected} goes on over time: the goal's profile, but WORKING_DAYS while
 *     there are no comparable periods that a SEASONAL one could follow
 * @param workingCalendar which days {@code expected} takes for working days; null when it follows
 *     the calendar days alone
 * @param pace attainment / expected for a sum that should grow, attainment for one that should
 *     shrink, attainment − expected for a level; null while that would mean nothing
 * @param status what the pace meant when it was last judged, some seconds ago, and as it was told:
 *     a status that was left comes again only when pace lies 0.02 beyond the border
 * @param milestones by rising threshold
 * @param asOf the moment that this is the answer for: now, or the moment that was asked about
 * @param provisional whether the result may still change: until the goal is closed
 * @param completeUntil what occurred before this instant is in the numbers or in quarantine, as far
 *     as the goal's sources declare what they have sent; null when none of them declares anything,
 *     while one that declares for the first time is not taken in up to then, while sales that were
 *     there before the goal are being added, and for a moment that was asked about
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
    @Schema(nullable = true) @Nullable BigDecimal actual,
    BigDecimal target,
    @Schema(nullable = true) @Nullable @Ratio BigDecimal attainment,
    @Schema(nullable = true) @Nullable @Ratio BigDecimal growth,
    @Schema(nullable = true) @Nullable @Ratio BigDecimal ofTarget,
    @Schema(nullable = true) @Nullable Long sample,
    @Ratio BigDecimal expected,
    Profile profile,
    @Schema(nullable = true) @Nullable DaySource workingCalendar,
    @Schema(nullable = true) @Nullable @Ratio BigDecimal pace,
    Status status,
    List<MilestoneOnTheWay> milestones,
    Instant asOf,
    boolean provisional,
    @Schema(nullable = true) @Nullable Instant completeUntil,
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

  /** Where working days are known from. */
  public enum DaySource {
    /** From the working calendars of the owner's teams, or of the organisation. */
    IMPORTED,
    /** There is a year of the period without rows: its working days are Monday to Friday. */
    DEFAULT
  }

  static ProgressView of(
      Followed followed,
      @Nullable Judgement told,
      Measured measured,
      List<Milestone> milestones,
      @Nullable Instant completeUntil,
      Instant now) {
    GoalSnapshot goal = followed.goal();
    Attainment attainment = followed.attainment();
    BigDecimal expected = followed.path().expectedAt(now);
    Pace pace = Pace.of(attainment.way(), measured.attainment(), expected);
    return new ProgressView(
        goal.goalId(),
        goal.owner(),
        goal.metric().key(),
        goal.period().label(),
        goal.metric().unit(),
        goal.current().baseline(),
        measured.actual(),
        Decimals.shortest(goal.current().target()),
        measured.attainment(),
        attainment.growth(measured.actual()),
        attainment.ofTarget(measured.actual()),
        measured.sample(),
        Decimals.shortest(expected.setScale(4, RoundingMode.HALF_EVEN)),
        followed.profile(),
        source(goal, followed.days()),
        pace.value(),
        told == null ? pace.status() : told.status(),
        milestones.stream().filter(Milestone::declared).map(MilestoneOnTheWay::of).toList(),
        now,
        !followed.isClosed(),
        followed.account().isBackfilling() ? null : completeUntil,
        measured.restated());
  }

  private static @Nullable DaySource source(GoalSnapshot goal, WorkingDays days) {
    if (goal.profile() == Profile.LINEAR) {
      return null;
    }
    return days.assumed() ? DaySource.DEFAULT : DaySource.IMPORTED;
  }
}
