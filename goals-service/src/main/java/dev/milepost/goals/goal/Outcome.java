package dev.milepost.goals.goal;

import dev.milepost.contract.EventType;
import dev.milepost.goals.problem.GoalsProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a request to a goal. */
sealed interface Outcome {

  /**
   * It was done.
   *
   * @param goal the goal as it now stands
   * @param publishes the event that tells the other services; absent when it is none of theirs
   */
  record Done(Goal goal, @Nullable EventType publishes) implements Outcome {}

  /** There was nothing to do: the goal is already where it should go. */
  record Unchanged() implements Outcome {}

  /**
   * It was refused, and the goal is as it was.
   *
   * @param problem why
   * @param args what the explanation mentions
   * @param findings the details, where there are several
   */
  record Refused(GoalsProblem problem, List<Object> args, List<Finding> findings)
      implements Outcome {

    static Refused because(GoalsProblem problem, Object... args) {
      return new Refused(problem, List.of(args), List.of());
    }
  }

  static Outcome done(Goal goal) {
    return new Done(goal, null);
  }

  static Outcome published(Goal goal, EventType type) {
    return new Done(goal, type);
  }
}
