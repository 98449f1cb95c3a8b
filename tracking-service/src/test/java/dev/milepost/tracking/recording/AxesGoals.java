package dev.milepost.tracking.recording;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.Owner;
import dev.milepost.contract.WorkingCalendarChanged;
import dev.milepost.contract.WorkingDay;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Goals of every kind there is: six aggregations, both directions, their variants, a team's. */
final class AxesGoals {
  private static final Instant GRACE_END = Instant.parse("2018-01-12T00:00:00Z");

  private AxesGoals() {}

  static List<GoalSnapshot> all(String run) {
    List<GoalSnapshot> goals = new ArrayList<>();
    for (MetricVersion metric : AskedGoal.growing(run)) {
      goals.add(
          goal(metric.key() + "-goal", Owner.participant(run + "-a"), metric, target(metric)));
      MetricVersion lower = shrinking(metric);
      goals.add(goal(lower.key() + "-goal", Owner.participant(run + "-a"), lower, "10"));
    }
    MetricVersion sum = AskedGoal.growing(run).getFirst();
    goals.add(goal(working(run), Owner.team(run + "-team"), sum, "4000"));
    return goals;
  }

  /** The goal that follows its team's working days. */
  static String working(String run) {
    return run + "-working";
  }

  static String growing(String run, Aggregation aggregation) {
    return run + "-" + aggregation + "-" + Direction.INCREASE + "-goal";
  }

  private static String target(MetricVersion metric) {
    return switch (metric.aggregation()) {
      case SUM -> "2000";
      case COUNT -> "20";
      case DISTINCT_COUNT -> "12";
      case AVERAGE, LATEST, RATIO -> "100";
    };
  }

  private static MetricVersion shrinking(MetricVersion metric) {
    return new MetricVersion(
        metric.key() + "-less",
        1,
        metric.name(),
        metric.unit(),
        metric.aggregation(),
        Direction.DECREASE,
        metric.qualifies(),
        metric.value(),
        metric.denominatorQualifies(),
        metric.denominatorValue(),
        metric.firstEver(),
        metric.windowDays(),
        metric.minimumSample(),
        metric.definedAt(),
        null,
        null);
  }

  private static GoalSnapshot goal(String id, Owner owner, MetricVersion metric, String target) {
    Version version = World.from("60", target, "0.25", "0.5", "0.75", "1");
    GoalSnapshot linear = World.goal(id, owner, metric, GRACE_END, version);
    return told(linear, 1, owner.type() == Owner.Type.TEAM, linear.versions());
  }

  /** The goal with its second version, which asks for more, and with a third that asks for less. */
  static GoalSnapshot revised(GoalSnapshot goal, Instant... effectiveFrom) {
    List<Version> versions = new ArrayList<>(goal.versions());
    for (Instant from : effectiveFrom) {
      String factor = versions.size() == 1 ? "1.5" : "0.8";
      versions.add(version(goal.current(), versions.size() + 1, factor, from));
    }
    return told(goal, versions.size(), isWorking(goal), versions);
  }

  private static boolean isWorking(GoalSnapshot goal) {
    return goal.profile() == Profile.WORKING_DAYS;
  }

  private static Version version(Version first, int number, String factor, Instant effectiveFrom) {
    return new Version(
        number,
        first.baseline(),
        new BigDecimal(
            first.target().multiply(new BigDecimal(factor)).stripTrailingZeros().toPlainString()),
        null,
        first.milestones(),
        effectiveFrom,
        "the market changed",
        "a manager");
  }

  private static GoalSnapshot told(
      GoalSnapshot goal, long version, boolean working, List<Version> versions) {
    return new GoalSnapshot(
        goal.goalId(),
        version,
        State.ACTIVE,
        goal.statement(),
        goal.owner(),
        goal.metric(),
        goal.period(),
        goal.graceEnd(),
        goal.zone(),
        working ? Profile.WORKING_DAYS : Profile.LINEAR,
        null,
        goal.creditTypes(),
        versions,
        null,
        null);
  }

  /** A week off in December. */
  static void holidays(World world, String team) {
    world
        .broker()
        .publish(
            EventType.WORKING_CALENDAR_CHANGED,
            "working-calendar/" + team,
            "/milepost/goals",
            team + ":1",
            new WorkingCalendarChanged(
                team,
                1,
                Stream.of("2017-12-04", "2017-12-05", "2017-12-06", "2017-12-07", "2017-12-08")
                    .map(LocalDate::parse)
                    .map(date -> new WorkingDay(date, WorkingDay.Kind.HOLIDAY, "example"))
                    .toList()));
  }
}
