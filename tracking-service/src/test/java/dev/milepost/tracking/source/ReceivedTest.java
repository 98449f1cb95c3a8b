package dev.milepost.tracking.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReceivedTest {
  private static final Instant EARLY = Instant.parse("2017-11-05T10:00:00Z");
  private static final Instant LATE = Instant.parse("2017-11-06T10:00:00Z");

  @Test
  void addsUpInAnyOrder() {
    Received both = new Received(2, EARLY, LATE, LATE);

    assertThat(Received.one(EARLY, LATE).plus(Received.one(LATE, EARLY))).isEqualTo(both);
    assertThat(Received.one(LATE, EARLY).plus(Received.one(EARLY, LATE))).isEqualTo(both);
  }

  @Test
  void believesNoTimeOfAnInvalidEvent() {
    assertThat(Received.one(EARLY, null).plus(Received.one(LATE, EARLY)).latestOccurred())
        .isEqualTo(EARLY);
    assertThat(Received.one(EARLY, EARLY).plus(Received.one(LATE, null)).latestOccurred())
        .isEqualTo(EARLY);
    assertThat(Received.one(EARLY, null).plus(Received.one(LATE, null)).latestOccurred()).isNull();
  }
}
