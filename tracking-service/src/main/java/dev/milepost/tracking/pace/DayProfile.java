package dev.milepost.tracking.pace;

import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a period's way is spread over its days: each day has a weight, and within a day the way goes
 * on evenly.
 *
 * <ul>
 *   <li>LINEAR: a day weighs what it lasts.
 *   <li>WORKING_DAYS: the owner's working days weigh the same, the others nothing. A period without
 *       a working day is LINEAR.
 *   <li>SEASONAL: by the working time that has passed, as the owner's way went on in comparable
 *       periods. Without a curve of those it is WORKING_DAYS.
 * </ul>
 */
final class DayProfile {
  /** More than anybody is told, so that a day of many is exact enough where a value lies on it. */
  private static final int SCALE = 30;

  private final List<Instant> bounds;
  private final long[] cumulative;
  private final @Nullable SeasonalCurve season;

  private DayProfile(List<Instant> bounds, long[] weights, @Nullable SeasonalCurve season) {
    this.bounds = bounds;
    this.season = season;
    this.cumulative = new long[weights.length + 1];
    for (int day = 0; day < weights.length; day++) {
      cumulative[day + 1] = cumulative[day] + weights[day];
    }
  }

  static DayProfile of(
      Profile profile,
      Period period,
      ZoneId zone,
      WorkingDays days,
      @Nullable SeasonalCurve season) {
    List<Instant> bounds = bounds(period, zone);
    long[] weights = new long[bounds.size() - 1];
    for (int day = 0; day < weights.length; day++) {
      weights[day] =
          profile == Profile.LINEAR
              ? seconds(bounds, day)
              : weight(days, LocalDate.ofInstant(bounds.get(day), zone));
    }
    DayProfile result =
        new DayProfile(bounds, weights, profile == Profile.SEASONAL ? season : null);
    return result.total() > 0 ? result : of(Profile.LINEAR, period, zone, days, null);
  }

  /** The share of the way that lies before the instant, 0 to 1, to thirty digits. */
  BigDecimal shareAt(Instant instant) {
    if (!instant.isAfter(bounds.getFirst())) {
      return BigDecimal.ZERO;
    }
    if (!instant.isBefore(bounds.getLast())) {
      return BigDecimal.ONE;
    }
    BigDecimal time = timeAt(instant);
    return season == null ? time : season.at(time);
  }

  private BigDecimal timeAt(Instant instant) {
    int day = dayOf(instant);
    BigDecimal length = millis(bounds.get(day), bounds.get(day + 1));
    BigDecimal weight = BigDecimal.valueOf(cumulative[day + 1] - cumulative[day]);
    BigDecimal before = BigDecimal.valueOf(cumulative[day]).multiply(length);
    BigDecimal within = weight.multiply(millis(bounds.get(day), instant));
    BigDecimal whole = BigDecimal.valueOf(total()).multiply(length);
    return before.add(within).divide(whole, SCALE, RoundingMode.HALF_EVEN);
  }

  /** The first instant after each day of the period, in order; the last is the period's end. */
  List<Instant> dayEnds() {
    return bounds.subList(1, bounds.size());
  }

  private int dayOf(Instant instant) {
    int found = Collections.binarySearch(bounds, instant);
    return found >= 0 ? found : -found - 2;
  }

  private long total() {
    return cumulative[cumulative.length - 1];
  }

  private static List<Instant> bounds(Period period, ZoneId zone) {
    List<Instant> bounds = new ArrayList<>();
    bounds.add(period.start());
    LocalDate next = LocalDate.ofInstant(period.start(), zone).plusDays(1);
    for (Instant midnight = startOf(next, zone);
        midnight.isBefore(period.end());
        midnight = startOf(next, zone)) {
      bounds.add(midnight);
      next = next.plusDays(1);
    }
    bounds.add(period.end());
    return bounds;
  }

  private static Instant startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static long seconds(List<Instant> bounds, int day) {
    return Duration.between(bounds.get(day), bounds.get(day + 1)).toSeconds();
  }

  private static long weight(WorkingDays days, LocalDate day) {
    return days.isWorking(day) ? 1 : 0;
  }

  private static BigDecimal millis(Instant from, Instant to) {
    return BigDecimal.valueOf(Duration.between(from, to).toMillis());
  }
}
