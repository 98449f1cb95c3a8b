package dev.milepost.tracking.exchange;

import dev.milepost.contract.MetricVersion.ExchangeRate;

/**
 * Names an exchange rate.
 *
 * @param kind which of the organisation's rates
 * @param from the currency that is converted
 * @param to the currency that comes out
 * @param period PLAN: fiscal year; MONTH_AVERAGE: month; DAY: date
 */
public record RateKey(ExchangeRate kind, String from, String to, String period) {

  RateKey inverse() {
    return new RateKey(kind, to, from, period);
  }

  /** As a reason says it, e.g. {@code PLAN rate from EUR to USD for 2017}. */
  @Override
  public String toString() {
    return "%s rate from %s to %s for %s".formatted(kind, from, to, period);
  }
}
