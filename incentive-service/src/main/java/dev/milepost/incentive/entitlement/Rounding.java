package dev.milepost.incentive.entitlement;

import dev.milepost.contract.Money;
import java.math.RoundingMode;
import java.util.Currency;

/** The one place where money is rounded. */
final class Rounding {

  private Rounding() {}

  /** To the currency's smallest unit, half to even. */
  static Money booked(Money exact) {
    int digits = Currency.getInstance(exact.currency()).getDefaultFractionDigits();
    return new Money(exact.amount().setScale(digits, RoundingMode.HALF_EVEN), exact.currency());
  }
}
