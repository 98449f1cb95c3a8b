package dev.milepost.incentive.entitlement;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Locale;

/**
 * Counts what is booked, once it is committed: {@code milepost.rewards.booked} by kind of rule and
 * kind of line.
 */
@ApplicationScoped
class SettlementMeters {
  static final String BOOKED = "milepost.rewards.booked";
  static final String RULE = "rule";
  static final String LINE = "line";

  private final MeterRegistry registry;

  SettlementMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void booked(@Observes(during = TransactionPhase.AFTER_SUCCESS) Booking booking) {
    registry
        .counter(
            BOOKED, RULE, tag(booking.reward().reward().kind()), LINE, tag(booking.line().kind()))
        .increment();
  }

  private static String tag(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
