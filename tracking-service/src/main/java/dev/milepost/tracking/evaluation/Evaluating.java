package dev.milepost.tracking.evaluation;

import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.milestone.Calm;
import dev.milepost.tracking.milestone.PastValues;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Evaluates milestones that were reached, beside the batches: it takes the lines of their goals, so
 * it is done when nothing is booked to a goal any more, or now and then, see {@link Calm}. They are
 * evaluated without any lock. Then those that are still as they were seen are locked, and their
 * evaluations written; so two replicas make one evaluation, and a date that is corrected meanwhile
 * makes another.
 */
@ApplicationScoped
class Evaluating {
  /** How many lines are looked through in one go: a fraction of a second. */
  private static final long LINES = 200_000;

  private static final int AT_ONCE = 200;
  private static final int CANDIDATES = 1_000;
  private static final int TOP = 5;

  private final Catalogues catalogues;
  private final EvaluationRows rows;
  private final PastValues values;
  private final ContributingEvents events;
  private final Clock clock;
  private final Calm calm = new Calm();

  Evaluating(
      Catalogues catalogues,
      EvaluationRows rows,
      PastValues values,
      ContributingEvents events,
      Clock clock) {
    this.catalogues = catalogues;
    this.rows = rows;
    this.values = values;
    this.events = events;
    this.clock = clock;
  }

  /** A milestone and its goal. */
  private record Due(TrackedGoal goal, Crossed crossed) {
    Evaluation evaluated(Optional<BigDecimal> value, List<ContributingEvent> top) {
      return Evaluation.of(goal, crossed, value.orElse(null), top);
    }
  }

  @Scheduled(
      every = "${milepost.sweep.evaluating:2s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  @Transactional
  void sweep() {
    List<Crossed> reached = next();
    if (reached.isEmpty()) {
      return;
    }
    Catalogue catalogue = catalogues.shared();
    List<Due> due =
        reached.stream()
            .flatMap(one -> catalogue.goal(one.goalNo()).stream().map(goal -> new Due(goal, one)))
            .toList();
    List<Evaluation> evaluated = evaluated(due);
    Set<Crossed> still = new HashSet<>(rows.stillReached(due.stream().map(Due::crossed).toList()));
    rows.put(
        evaluated.stream().filter(one -> still.contains(one.crossed())).toList(), clock.instant());
  }

  private List<Crossed> next() {
    SequencedMap<Crossed, Long> due = rows.due(CANDIDATES);
    SequencedMap<Long, Long> goals = new LinkedHashMap<>();
    due.forEach((crossed, sequence) -> goals.put(crossed.goalNo(), sequence));
    Set<Long> next = Set.copyOf(calm.next(goals, LINES));
    return due.keySet().stream()
        .filter(crossed -> next.contains(crossed.goalNo()))
        .limit(AT_ONCE)
        .toList();
  }

  private List<Evaluation> evaluated(List<Due> due) {
    List<Optional<BigDecimal>> actual =
        values.at(due.stream().map(one -> Evaluation.moment(one.goal(), one.crossed())).toList());
    List<List<ContributingEvent>> top =
        events.top(
            due.stream().map(one -> Evaluation.stretch(one.goal(), one.crossed())).toList(), TOP);
    List<Evaluation> evaluated = new ArrayList<>();
    for (int i = 0; i < due.size(); i++) {
      evaluated.add(due.get(i).evaluated(actual.get(i), top.get(i)));
    }
    return evaluated;
  }
}
