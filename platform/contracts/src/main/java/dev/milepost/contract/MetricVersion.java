package dev.milepost.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a metric: which events count, what each contributes, how the contributions fold.
 *
 * @param key the metric's key
 * @param version 1 for the first definition
 * @param name name to show
 * @param unit a currency code, or COUNT, POINTS, PERCENT, DAYS, SCORE
 * @param aggregation how contributions fold into one value
 * @param direction whether more or less is better
 * @param qualifies CEL condition over the event
 * @param value CEL value over the event: the numerator of a RATIO, the key of a DISTINCT_COUNT;
 *     absent for COUNT
 * @param denominatorQualifies RATIO only: CEL condition for the denominator
 * @param denominatorValue RATIO only: CEL value for the denominator; absent: 1
 * @param firstEver DISTINCT_COUNT only: a key counts only in the period of its first event ever
 * @param windowDays level metrics: length of the trailing window; absent: the whole period
 * @param minimumSample level metrics: below this sample there is no value
 * @param definedAt when this version was defined
 * @param exchangeRate metrics in a currency: the rate that amounts of other currencies are
 *     converted by; absent: PLAN
 * @param returns when an event counts that is a return of an earlier one; absent: OWN_DATE
 */
public record MetricVersion(
    String key,
    int version,
    String name,
    String unit,
    Aggregation aggregation,
    Direction direction,
    String qualifies,
    @Nullable String value,
    @Nullable String denominatorQualifies,
    @Nullable String denominatorValue,
    boolean firstEver,
    @Nullable Integer windowDays,
    @Nullable Integer minimumSample,
    Instant definedAt,
    @Nullable ExchangeRate exchangeRate,
    @Nullable Returns returns) {

  /** When an event counts that is a return of an earlier one, whether it was said or not. */
  public Returns returnsOrDefault() {
    return returns == null ? Returns.OWN_DATE : returns;
  }

  /** How contributions fold into one value. */
  public enum Aggregation {
    SUM,
    COUNT,
    DISTINCT_COUNT,
    AVERAGE,
    LATEST,
    RATIO;

    /** Flow metrics add up over a period; the others have a level at each moment. */
    public boolean isFlow() {
      return this == SUM || this == COUNT || this == DISTINCT_COUNT;
    }
  }

  /** Which of the organisation's rates converts an amount of another currency. */
  public enum ExchangeRate {
    /** The rate that was fixed for the fiscal year. */
    PLAN,
    /** The average of the calendar month in which the sale occurred. */
    MONTH_AVERAGE,
    /** The rate of the day on which the sale occurred. */
    DAY
  }

  /** When an event counts that is a return of an earlier one. */
  public enum Returns {
    /** When it occurred itself. */
    OWN_DATE,
    /** When the event occurred that it names, and for the teams of that time. */
    ORIGINAL
  }

  /** Whether more or less is better. */
  public enum Direction {
    INCREASE,
    DECREASE
  }
}
