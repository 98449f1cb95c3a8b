package dev.milepost.tracking.progress;

import dev.milepost.tracking.catalogue.Catalogue.FirstEverMetric;
import dev.milepost.tracking.catalogue.Contribution;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.progress.Sightings.Sighting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keys of a metric that are now known to have been seen first at another time than was known
 * before.
 *
 * @param metric the metric
 * @param shifts what changed, by key
 */
record News(FirstEverMetric metric, Map<String, Shift> shifts) {

  /**
   * When a key was seen first.
   *
   * @param before as it was known; null when it was never seen
   * @param after as it is known now
   * @param sightings those that tell of the key, the last one last
   */
  record Shift(@Nullable Instant before, @Nullable Instant after, List<Sighting> sightings) {

    /** 1 when it is now known to have been seen before the instant, -1 when not any more. */
    int changeAt(Instant start) {
      return isBefore(after, start) - isBefore(before, start);
    }

    private static int isBefore(@Nullable Instant first, Instant start) {
      return first != null && first.isBefore(start) ? 1 : 0;
    }

    /** The credit that made the change. */
    Credit causeAt(Instant start) {
      return sightings.reversed().stream()
          .filter(sighting -> sighting.at().isBefore(start))
          .findFirst()
          .orElseThrow()
          .credit();
    }
  }

  /** The goals that think otherwise about a key now, if they know it. */
  List<TrackedGoal> concerned() {
    Map<Instant, Boolean> byStart = new HashMap<>();
    return metric.goals().stream()
        .filter(
            goal ->
                byStart.computeIfAbsent(
                    goal.snapshot().period().start(),
                    start -> shifts.values().stream().anyMatch(s -> s.changeAt(start) != 0)))
        .toList();
  }

  /** What it means to a goal that knows the key. */
  Optional<Line> lineFor(TrackedGoal goal, String key) {
    Instant start = goal.snapshot().period().start();
    return Optional.ofNullable(shifts.get(key))
        .filter(shift -> shift.changeAt(start) != 0)
        .map(
            shift ->
                new Line(
                    goal,
                    shift.causeAt(start),
                    Contribution.seenBefore(key, shift.changeAt(start))));
  }
}
