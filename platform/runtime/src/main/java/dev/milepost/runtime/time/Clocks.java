package dev.milepost.runtime.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Produces the one clock. */
@ApplicationScoped
class Clocks {

  @Produces
  @Singleton
  Clock clock(ClockConfig config) {
    return Clock.offset(Clock.systemUTC(), config.offset());
  }
}
