package dev.milepost.tracking.exchange;

import dev.milepost.contract.MetricVersion.ExchangeRate;
import dev.milepost.tracking.sale.Currencies;
import dev.milepost.tracking.sale.Digits;
import dev.milepost.tracking.sale.Violation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an exchange rate must be. */
final class RateRules {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,60}(\\.\\d{1,60})?");
  private static final Pattern YEAR = Pattern.compile("(?!0000)\\d{4}");

  private RateRules() {}

  /** A rate that was sent, read. */
  sealed interface Reading {

    /** A rate. */
    record Valid(RateKey key, BigDecimal value) implements Reading {}

    /** None, for these reasons. */
    record Invalid(List<Violation> violations) implements Reading {}
  }

  static Reading read(RateRequest request) {
    List<Violation> found = new ArrayList<>();
    Optional<ExchangeRate> kind = kind(request.kind(), found);
    currency("/fromCurrency", request.fromCurrency(), found);
    currency("/toCurrency", request.toCurrency(), found);
    if (request.fromCurrency() != null && request.fromCurrency().equals(request.toCurrency())) {
      found.add(Violation.of("/toCurrency", "same-currency"));
    }
    if (request.period() == null) {
      found.add(Violation.of("/period", "required"));
    } else if (kind.isPresent() && !isPeriod(kind.orElseThrow(), request.period())) {
      found.add(Violation.of("/period", "period-of-rate"));
    }
    Optional<BigDecimal> value = value(request.rate(), found);
    return found.isEmpty()
        ? new Reading.Valid(key(kind.orElseThrow(), request), value.orElseThrow())
        : new Reading.Invalid(found);
  }

  private static RateKey key(ExchangeRate kind, RateRequest valid) {
    return new RateKey(
        kind,
        String.valueOf(valid.fromCurrency()),
        String.valueOf(valid.toCurrency()),
        String.valueOf(valid.period()));
  }

  private static Optional<ExchangeRate> kind(@Nullable String kind, List<Violation> found) {
    Optional<ExchangeRate> known =
        Stream.of(ExchangeRate.values()).filter(one -> one.name().equals(kind)).findFirst();
    if (known.isEmpty()) {
      found.add(Violation.of("/kind", kind == null ? "required" : "unknown-value"));
    }
    return known;
  }

  private static void currency(String pointer, @Nullable String code, List<Violation> found) {
    if (code == null) {
      found.add(Violation.of(pointer, "required"));
    } else if (!Currencies.isCurrency(code)) {
      found.add(Violation.of(pointer, "unknown-currency"));
    }
  }

  private static boolean isPeriod(ExchangeRate kind, String period) {
    try {
      return switch (kind) {
        case PLAN -> YEAR.matcher(period).matches();
        case MONTH_AVERAGE -> YearMonth.parse(period).toString().equals(period);
        case DAY -> LocalDate.parse(period).toString().equals(period);
      };
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Optional<BigDecimal> value(@Nullable String rate, List<Violation> found) {
    if (rate == null) {
      found.add(Violation.of("/rate", "required"));
      return Optional.empty();
    }
    if (!DECIMAL.matcher(rate).matches()) {
      found.add(Violation.of("/rate", "wrong-format"));
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(rate);
    if (value.signum() <= 0) {
      found.add(Violation.of("/rate", "not-positive"));
    } else if (!Digits.fits(value)) {
      found.add(Violation.of("/rate", "too-many-digits", Digits.INTEGER, Digits.FRACTION));
    }
    return Optional.of(value);
  }
}
