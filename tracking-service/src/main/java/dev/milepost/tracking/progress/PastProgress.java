package dev.milepost.tracking.progress;

import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.tracking.milestone.Milestones;
import dev.milepost.tracking.problem.TrackingProblem;
import dev.milepost.tracking.progress.GoalHistory.Course;
import dev.milepost.tracking.progress.GoalHistory.Known;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Progress as it was believed in the past: what would have been answered then. Goals, milestones
 * and the ledger are taken as they were known at the moment, what was recorded at it included.
 */
@ApplicationScoped
class PastProgress {
  private final FollowedGoals goals;
  private final GoalHistory history;
  private final PastAccounts accounts;
  private final Valuation valuation;
  private final Milestones milestones;
  private final Clock clock;

  PastProgress(
      FollowedGoals goals,
      GoalHistory history,
      PastAccounts accounts,
      Valuation valuation,
      Milestones milestones,
      Clock clock) {
    this.goals = goals;
    this.history = history;
    this.accounts = accounts;
    this.valuation = valuation;
    this.milestones = milestones;
    this.clock = clock;
  }

  /**
   * One goal, cancelled or not.
   *
   * @throws ProblemException when the moment lies ahead, or the goal was not known then
   */
  Optional<ProgressView> find(String goalId, Instant asOf) {
    Instant moment = Interval.pastMoment("asOf", asOf, clock.instant());
    return goals.find(goalId).map(goal -> at(goal.followed(), history.of(goal.goalNo()), moment));
  }

  /**
   * What was believed of a goal.
   *
   * @throws ProblemException when it was not known then
   */
  ProgressView at(Followed goal, Course course, Instant moment) {
    return course
        .at(moment)
        .map(known -> view(goal, known, moment))
        .orElseThrow(
            () -> ProblemException.of(TrackingProblem.GOAL_NOT_KNOWN_THEN, course.begin()));
  }

  private ProgressView view(Followed now, Known known, Instant moment) {
    boolean countsKeys = known.goal().metric().aggregation() == Aggregation.DISTINCT_COUNT;
    Account.State account = accounts.at(now.account(), countsKeys, moment);
    Followed then = new Followed(known.goal(), known.days(), known.season(), account);
    return ProgressView.of(
        then,
        history.told(account.goalNo(), moment),
        valuation.knownAt(then, moment),
        milestones.knownAt(account.goalNo(), moment),
        null,
        moment);
  }
}
