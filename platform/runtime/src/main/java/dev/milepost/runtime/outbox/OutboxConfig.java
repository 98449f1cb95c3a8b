package dev.milepost.runtime.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The outbox relay. */
@ConfigMapping(prefix = "milepost.outbox")
interface OutboxConfig {

  /** Whether this process may relay. Off only in tests of the outbox itself. */
  @WithDefault("true")
  boolean relay();

  /** Most rows sent in one cycle; fewer when they are large. */
  @WithDefault("2000")
  int batchSize();

  /**
   * Most bytes of deferred events kept in memory until they are sent; each is weighed as a
   * kilobyte. What does not fit is read from the database instead.
   */
  @WithDefault("25000000")
  long memory();

  /**
   * How long what was sent may stay in one transaction of the broker. Whoever reads uncommitted, as
   * the suite does, does not wait for its end.
   */
  @WithDefault("PT0.5S")
  Duration transaction();

  /** How long to wait for a wake-up before looking anyway, and between tries for the lock. */
  @WithDefault("PT1S")
  Duration patience();

  /** Longest pause between tries when broker or database fail. */
  @WithDefault("PT10S")
  Duration longestBackoff();
}
