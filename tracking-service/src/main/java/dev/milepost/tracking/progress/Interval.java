package dev.milepost.tracking.progress;

import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the time in which things were recorded. What was known at a moment includes what was
 * recorded at it, so a stretch is open at its beginning and closed at its end: what was known at
 * {@code from}, and what was recorded in the stretch, is what was known at {@code to}.
 *
 * @param from the last instant before it
 * @param to its last instant
 */
record Interval(Instant from, Instant to) {

  /**
   * The interval that was asked for.
   *
   * @param to now if nothing was said
   * @throws ProblemException when it has no beginning, lies ahead of now, or is empty
   */
  static Interval of(@Nullable Instant from, @Nullable Instant to, Instant now) {
    if (from == null) {
      throw refused("from", "required");
    }
    Interval interval =
        new Interval(
            from.truncatedTo(ChronoUnit.MICROS), to == null ? now : pastMoment("to", to, now));
    if (!interval.from().isBefore(interval.to())) {
      throw refused("to", "not-after-from");
    }
    return interval;
  }

  /**
   * A moment that is not ahead of now, as fine as times are kept.
   *
   * @throws ProblemException when it is
   */
  static Instant pastMoment(String parameter, Instant moment, Instant now) {
    if (moment.isAfter(now)) {
      throw refused(parameter, "ahead-of-now");
    }
    return moment.truncatedTo(ChronoUnit.MICROS);
  }

  boolean contains(Instant moment) {
    return moment.isAfter(from) && !moment.isAfter(to);
  }

  private static ProblemException refused(String parameter, String code) {
    return ProblemException.of(CommonProblem.INVALID_REQUEST).parameter(parameter, code);
  }
}
