package dev.milepost.runtime.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Produces the one clock, and what reads the broker's on it. It tells microseconds, which is as
 * fine as the database keeps times.
 */
@ApplicationScoped
class Clocks {
  private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

  @Produces
  @Singleton
  Clock clock(ClockConfig config) {
    return Clock.tick(Clock.offset(Clock.systemUTC(), config.offset()), MICROSECOND);
  }

  @Produces
  @Singleton
  BrokerTime brokerTime(ClockConfig config) {
    return timestamp -> Instant.ofEpochMilli(timestamp).plus(config.offset());
  }
}
