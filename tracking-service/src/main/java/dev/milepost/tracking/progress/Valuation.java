package dev.milepost.tracking.progress;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.tracking.pace.Attainment;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Says what goals' entries fold to at a moment. A flow's fold is in its account; a level's is made
 * of the entries in its window, which moves with time.
 */
@ApplicationScoped
class Valuation {
  private final Levels levels;

  Valuation(Levels levels) {
    this.levels = levels;
  }

  /** The folds, in the order of the goals. */
  List<Measured> of(List<Followed> goals, Instant now) {
    Map<Window, Level> found =
        levels.of(goals.stream().flatMap(goal -> windows(goal, now)).toList());
    return goals.stream().map(goal -> measured(goal, found, now)).toList();
  }

  /**
   * The fold of a goal of the past, by what was recorded up to then.
   *
   * @param goal the goal and its account as they stood at the moment
   */
  Measured knownAt(Followed goal, Instant moment) {
    return measured(goal, levels.knownAt(windows(goal, moment).toList(), moment), moment);
  }

  private static Measured measured(Followed goal, Map<Window, Level> found, Instant now) {
    return isFlow(goal.goal()) ? ofFlow(goal, now) : ofLevel(goal, found, now);
  }

  private static Stream<Window> windows(Followed followed, Instant now) {
    if (isFlow(followed.goal())) {
      return Stream.empty();
    }
    Window window = window(followed, now, false);
    return followed.isRestated()
        ? Stream.of(window, window(followed, now, true))
        : Stream.of(window);
  }

  /** The fold of a flow; of one that should grow it is the same at any moment. */
  static Measured ofFlow(Followed followed, Instant now) {
    Attainment attainment = followed.attainment();
    Account.State account = followed.account();
    Instant moment = followed.moment(now);
    BigDecimal actual = account.tally().value();
    return new Measured(
        actual,
        attainment.at(actual, moment),
        followed.isRestated()
            ? attainment.at(account.tally().plus(account.late()).value(), moment)
            : null,
        null);
  }

  private static Measured ofLevel(Followed followed, Map<Window, Level> found, Instant now) {
    Attainment attainment = followed.attainment();
    Instant moment = followed.moment(now);
    Level level = Objects.requireNonNull(found.get(window(followed, now, false)));
    BigDecimal actual = level.value(followed.goal().metric());
    BigDecimal restated =
        followed.isRestated()
            ? Objects.requireNonNull(found.get(window(followed, now, true)))
                .value(followed.goal().metric())
            : null;
    return new Measured(
        actual, attainment.at(actual, moment), attainment.at(restated, moment), level.sample());
  }

  private static Window window(Followed followed, Instant now, boolean withLate) {
    return Window.of(followed.account().goalNo(), followed.goal(), followed.moment(now), withLate);
  }

  private static boolean isFlow(GoalSnapshot goal) {
    return goal.metric().aggregation().isFlow();
  }
}
