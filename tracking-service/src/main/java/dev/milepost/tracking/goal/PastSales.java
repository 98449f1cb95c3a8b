package dev.milepost.tracking.goal;

import dev.milepost.contract.Period;
import dev.milepost.tracking.pace.SeasonalCurve;
import dev.milepost.tracking.pace.WorkingDays;
import dev.milepost.tracking.pace.WorkingTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What counted in each slice of working time of comparable periods. Not thread-safe; lives for one
 * chunk of credits.
 *
 * <p>History begins with the first sale that counted. The period in which it lies is a part of a
 * period, and left out, unless that sale lies in the period's first slice.
 */
final class PastSales {
  private final List<Period> periods;
  private final List<WorkingTime> times;
  private final BigDecimal[] sums;
  private @Nullable Instant first;

  /**
   * @param periods the latest first; they follow on each other
   * @param sums what counted so far, slice by slice and period by period; empty at the beginning
   * @param first the first sale that counted so far
   */
  PastSales(
      List<Period> periods,
      ZoneId zone,
      Function<Period, WorkingDays> days,
      List<BigDecimal> sums,
      @Nullable Instant first) {
    this.periods = periods;
    this.times =
        periods.stream().map(period -> WorkingTime.of(period, zone, days.apply(period))).toList();
    int size = periods.size() * SeasonalCurve.SLICES;
    this.sums =
        (sums.size() == size ? sums : Collections.nCopies(size, BigDecimal.ZERO))
            .toArray(BigDecimal[]::new);
    this.first = first;
  }

  /** All of their time. */
  Period span() {
    return new Period("past", periods.getLast().start(), periods.getFirst().end());
  }

  /** Takes in what a credit, or a revision of one, counts. */
  void add(Instant occurredAt, BigDecimal amount) {
    for (int i = 0; i < periods.size(); i++) {
      if (periods.get(i).contains(occurredAt)) {
        int cell = i * SeasonalCurve.SLICES + slice(i, occurredAt);
        sums[cell] = sums[cell].add(amount);
        if (first == null || occurredAt.isBefore(first)) {
          first = occurredAt;
        }
      }
    }
  }

  Optional<SeasonalCurve> curve() {
    List<List<BigDecimal>> recorded = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      if (isRecorded(i)) {
        int from = i * SeasonalCurve.SLICES;
        recorded.add(List.of(sums).subList(from, from + SeasonalCurve.SLICES));
      }
    }
    return SeasonalCurve.of(recorded);
  }

  List<BigDecimal> sums() {
    return List.of(sums);
  }

  @Nullable Instant first() {
    return first;
  }

  private boolean isRecorded(int i) {
    Period period = periods.get(i);
    return first != null
        && (first.isBefore(period.start()) || period.contains(first) && slice(i, first) == 0);
  }

  private int slice(int i, Instant instant) {
    return SeasonalCurve.slice(times.get(i).shareAt(instant));
  }
}
