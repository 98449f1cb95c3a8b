package dev.milepost.runtime.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where the suite's time stands. */
@ConfigMapping(prefix = "milepost.clock")
interface ClockConfig {

  /**
   * How far the suite's clock stands from system time, e.g. {@code -PT78000H} for a demo of the
   * past. Tokens and TLS always use system time. Refused in production.
   */
  @WithDefault("PT0S")
  Duration offset();
}
