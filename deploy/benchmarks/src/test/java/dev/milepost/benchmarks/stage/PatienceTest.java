package dev.milepost.benchmarks.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PrimitiveIterator.OfLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PatienceTest {

  @Test
  void asksAgainAfterHalfOfTheTimeThatIsLeft() {
    long second = 1_000_000_000;

    assertThat(Patience.pauseMillis(100, 500, second)).isEqualTo(100);
    assertThat(Patience.pauseMillis(1, 1_000_000, second)).as("at least").isEqualTo(5);
    assertThat(Patience.pauseMillis(1_000_000, 1, second)).as("at most").isEqualTo(250);
  }

  @Test
  void waitsUntilTheNumberIsWhatIsWanted() {
    OfLong numbers = LongStream.of(0, 0, 3, 7, 10, 99).iterator();

    Patience.await("counting", 10, numbers::nextLong);

    assertThat(numbers.nextLong()).isEqualTo(99);
  }
}
