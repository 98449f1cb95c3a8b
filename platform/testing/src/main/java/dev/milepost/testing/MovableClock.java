package dev.milepost.testing;

import dev.milepost.runtime.time.BrokerTime;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The clock of a service under test. It shows system time until a test moves it; from then on it
 * stands still until it is moved again or {@link #reset}. Tokens live by system time all the same,
 * and so does the broker: the clock remembers what it showed when a record was stamped.
 */
@Singleton
@Alternative
@Priority(1)
public final class MovableClock extends Clock implements BrokerTime {
  private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

  private volatile Clock shown = system();

  /** Where the clock stood from each moment of system time on; nowhere when it ran. */
  private final ConcurrentSkipListMap<Long, Optional<Instant>> stood =
      new ConcurrentSkipListMap<>(Map.of(Long.MIN_VALUE, Optional.empty()));

  /** Stops the clock at an instant. */
  public void moveTo(Instant instant) {
    stood.put(System.currentTimeMillis(), Optional.of(instant));
    shown = Clock.fixed(instant, ZoneOffset.UTC);
  }

  /** Stops the clock some time later than what it shows now. */
  public void advance(Duration duration) {
    moveTo(instant().plus(duration));
  }

  /** Back to system time. */
  public void reset() {
    stood.put(System.currentTimeMillis(), Optional.empty());
    shown = system();
  }

  /** As fine as the database keeps times, like the clock of production. */
  private static Clock system() {
    return Clock.tick(Clock.systemUTC(), MICROSECOND);
  }

  @Override
  public Instant of(long timestamp) {
    return stood.floorEntry(timestamp).getValue().orElse(Instant.ofEpochMilli(timestamp));
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
