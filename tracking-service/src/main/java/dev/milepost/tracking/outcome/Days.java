package dev.milepost.tracking.outcome;

import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days of an account, in the organisation's zone.
 *
 * @param from the first day
 * @param to the first day that no longer belongs to it
 * @param zone where a day begins
 */
record Days(LocalDate from, LocalDate to, ZoneId zone) {
  private static final int USUAL = 7;
  private static final int MOST = 31;

  /**
   * The days that were asked for; the last seven up to today if none were.
   *
   * @throws ProblemException when there are none or too many
   */
  static Days of(@Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone, Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate end = to != null ? to : from != null ? from.plusDays(USUAL) : today.plusDays(1);
    LocalDate start = from != null ? from : end.minusDays(USUAL);
    if (!start.isBefore(end) || start.plusDays(MOST).isBefore(end)) {
      throw ProblemException.of(CommonProblem.INVALID_REQUEST)
          .parameter("to", "days-out-of-range", MOST);
    }
    return new Days(start, end, zone);
  }

  List<LocalDate> all() {
    return from.datesUntil(to).toList();
  }

  /** When each of them begins. */
  Instant[] starts() {
    return all().stream().map(this::start).toArray(Instant[]::new);
  }

  Instant start() {
    return start(from);
  }

  Instant end() {
    return start(to);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
