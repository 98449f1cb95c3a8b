package dev.milepost.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MovableClockTest {
  private static final Instant THEN = Instant.parse("2017-12-31T23:00:00Z");

  @Test
  void readsAStampByWhereTheClockStoodThen() {
    MovableClock clock = new MovableClock();
    long before = System.currentTimeMillis() - 1;
    clock.moveTo(THEN);
    long after = System.currentTimeMillis();

    assertThat(clock.of(before)).isEqualTo(Instant.ofEpochMilli(before));
    assertThat(clock.of(after)).isEqualTo(THEN);

    clock.reset();

    assertThat(clock.of(System.currentTimeMillis())).isAfter(THEN);
  }
}
