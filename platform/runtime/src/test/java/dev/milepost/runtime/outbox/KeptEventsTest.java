package dev.milepost.runtime.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricDefined;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.OutgoingEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptEventsTest {
  private final KeptEvents kept = new KeptEvents(3 * 1024);

  @Test
  void givesAwayWhatItKeepsOnce() {
    kept.sending(true);

    kept.keep(1, events(2));

    assertThat(kept.take(1)).contains(events(2));
    assertThat(kept.take(1)).isEmpty();
  }

  @Test
  void keepsNoMoreThanItHasRoomFor() {
    kept.sending(true);

    kept.keep(1, events(2));
    kept.keep(2, events(2));
    assertThat(kept.take(2)).isEmpty();
    assertThat(kept.take(1)).isPresent();
    kept.keep(3, events(3));

    assertThat(kept.take(3)).as("there is room again").isPresent();
  }

  @Test
  void keepsNothingWhileAnotherSends() {
    kept.keep(1, events(1));
    assertThat(kept.take(1)).isEmpty();

    kept.sending(true);
    kept.keep(2, events(3));
    kept.sending(false);
    kept.sending(true);

    assertThat(kept.take(2)).isEmpty();
    kept.keep(3, events(3));
    assertThat(kept.take(3)).as("what was dropped takes no room").isPresent();
  }

  private static List<OutgoingEvent> events(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new OutgoingEvent(
                    EventType.METRIC_DEFINED,
                    "key",
                    "key:" + i,
                    new MetricDefined("key", i, List.of()),
                    Cause.first("first")))
        .toList();
  }
}
