package dev.milepost.tracking.catalogue;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.Owner;
import dev.milepost.tracking.rule.CreditRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Goals, crediting rules and hierarchy of one version of the catalogue. Immutable. */
public final class Catalogue {
  private final Edition edition;
  private final Map<Long, TrackedGoal> goals;
  private final Map<Owner, List<TrackedGoal>> byOwner = new HashMap<>();
  private final Map<MetricVersion, FirstEverMetric> firstEver = new LinkedHashMap<>();
  private final Set<MetricCurrency> currencies = new HashSet<>();
  private final CreditRules rules;
  private final Hierarchy hierarchy;

  /**
   * Holds the goals together with rules and hierarchy.
   *
   * @param goals every goal by its number, the cancelled ones too
   */
  Catalogue(Edition edition, Map<Long, TrackedGoal> goals, CreditRules rules, Hierarchy hierarchy) {
    this.edition = edition;
    this.goals = goals;
    this.rules = rules;
    this.hierarchy = hierarchy;
    for (TrackedGoal goal : goals.values()) {
      if (goal.measure().isFirstEver()) {
        addFirstEver(goal);
      }
      if (isAlive(goal)) {
        addGoal(goal);
      }
    }
  }

  private static boolean isAlive(TrackedGoal goal) {
    return goal.snapshot().state() != State.CANCELLED;
  }

  private void addGoal(TrackedGoal goal) {
    byOwner.computeIfAbsent(goal.snapshot().owner(), owner -> new ArrayList<>()).add(goal);
    MetricCurrency.of(goal.snapshot().metric()).ifPresent(currencies::add);
  }

  /** What was seen is kept for good, also while every goal that asks is cancelled. */
  private void addFirstEver(TrackedGoal goal) {
    FirstEverMetric metric =
        firstEver.computeIfAbsent(
            goal.measure().metric(), m -> new FirstEverMetric(goal.measure(), new ArrayList<>()));
    if (isAlive(goal)) {
      metric.goals().add(goal);
    }
  }

  /**
   * A metric that asks whether a key was ever seen before.
   *
   * @param measure the metric, compiled
   * @param goals the goals on it
   */
  public record FirstEverMetric(Measure measure, List<TrackedGoal> goals) {}

  /** Metrics that ask whether a key was ever seen before. */
  public Collection<FirstEverMetric> firstEver() {
    return firstEver.values();
  }

  Edition edition() {
    return edition;
  }

  /** Every goal by its number, the cancelled ones too. */
  Map<Long, TrackedGoal> goals() {
    return goals;
  }

  /** The goal of this number; none when it was cancelled. */
  public Optional<TrackedGoal> goal(long no) {
    return Optional.ofNullable(goals.get(no)).filter(Catalogue::isAlive);
  }

  /** What amounts are converted into, over all goals. */
  public Set<MetricCurrency> currencies() {
    return Collections.unmodifiableSet(currencies);
  }

  /** Who is credited beside what a sale itself says. */
  public CreditRules rules() {
    return rules;
  }

  /** Who stood where at each moment. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /** Hands over the owner's goals that a credit of this type at that time may count for. */
  public void candidates(
      Owner owner, CreditType type, Instant occurredAt, Consumer<TrackedGoal> found) {
    for (TrackedGoal goal : byOwner.getOrDefault(owner, List.of())) {
      if (goal.takes(type, occurredAt)) {
        found.accept(goal);
      }
    }
  }
}
