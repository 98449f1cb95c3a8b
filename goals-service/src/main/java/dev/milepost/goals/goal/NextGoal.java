package dev.milepost.goals.goal;

import dev.milepost.contract.MetricVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the next version of a goal from the one before: what is not said stays as it was. */
final class NextGoal {
  private final Goal before;
  private GoalState state;
  private GoalTerms terms;
  private List<GoalVersion> versions;
  private @Nullable MetricVersion metric;
  private @Nullable Proposal proposal;
  private @Nullable CounterOffer counter;
  private @Nullable GoalVersion revision;
  private @Nullable GoalResult result;

  NextGoal(Goal before) {
    this.before = before;
    this.state = before.state();
    this.terms = before.terms();
    this.versions = before.versions();
    this.metric = before.metric();
    this.proposal = before.proposal();
    this.counter = before.counter();
    this.revision = before.revision();
    this.result = before.result();
  }

  /** Moves it on, which the caller has checked to be legal. */
  NextGoal to(GoalState next) {
    if (!state.canTransitionTo(next)) {
      throw new IllegalStateException("no way from " + state + " to " + next);
    }
    state = next;
    return this;
  }

  NextGoal terms(GoalTerms changed) {
    terms = changed;
    return this;
  }

  NextGoal current(GoalVersion changed) {
    versions = new ArrayList<>(versions.subList(0, versions.size() - 1));
    versions.add(changed);
    return this;
  }

  NextGoal added(GoalVersion added) {
    versions = new ArrayList<>(versions);
    versions.add(added);
    return this;
  }

  NextGoal metric(@Nullable MetricVersion bound) {
    metric = bound;
    return this;
  }

  NextGoal proposal(@Nullable Proposal made) {
    proposal = made;
    return this;
  }

  NextGoal counter(@Nullable CounterOffer offered) {
    counter = offered;
    return this;
  }

  NextGoal revision(@Nullable GoalVersion pending) {
    revision = pending;
    return this;
  }

  NextGoal result(GoalResult reached) {
    result = reached;
    return this;
  }

  /** The next version of the goal, with the step that led to it. */
  Goal after(Step step) {
    List<Step> history = new ArrayList<>(before.history());
    history.add(step);
    return new Goal(
        before.id(),
        before.version() + 1,
        state,
        before.author(),
        terms,
        versions,
        metric,
        proposal,
        counter,
        revision,
        result,
        history);
  }
}
