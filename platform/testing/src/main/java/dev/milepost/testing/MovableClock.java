package dev.milepost.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The clock of a service under test. It shows system time until a test moves it; from then on it
 * stands still until it is moved again or {@link #reset}. Tokens live by system time all the same.
 */
@Singleton
@Alternative
@Priority(1)
public final class MovableClock extends Clock {
  private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

  private volatile Clock shown = system();

  /** Stops the clock at an instant. */
  public void moveTo(Instant instant) {
    shown = Clock.fixed(instant, ZoneOffset.UTC);
  }

  /** Stops the clock some time later than what it shows now. */
  public void advance(Duration duration) {
    moveTo(instant().plus(duration));
  }

  /** Back to system time. */
  public void reset() {
    shown = system();
  }

  /** As fine as the database keeps times, like the clock of production. */
  private static Clock system() {
    return Clock.tick(Clock.systemUTC(), MICROSECOND);
  }

  @Override
  public Instant instant() {
    return shown.instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return shown.withZone(zone);
  }
}
