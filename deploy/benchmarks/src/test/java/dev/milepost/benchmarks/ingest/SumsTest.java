package dev.milepost.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.benchmarks.stage.BenchmarkFailure;
import dev.milepost.benchmarks.workload.Expected.Position;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SumsTest {
  private static final Map<String, Position> EXPECTED = Map.of("goal-a", position(2, "10.50"));

  private static Position position(long lines, String actual) {
    return new Position(lines, new BigDecimal(actual));
  }

  @Test
  void takesTheSameNumberInAnotherNotation() {
    assertThatCode(() -> Sums.require("sums", EXPECTED, Map.of("goal-a", position(2, "10.5"))))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAnotherSumAnotherCountAndAGoalTooMany() {
    assertThatThrownBy(() -> Sums.require("sums", EXPECTED, Map.of("goal-a", position(2, "10.51"))))
        .isInstanceOf(BenchmarkFailure.class)
        .hasMessageContaining("goal-a");
    assertThatThrownBy(() -> Sums.require("sums", EXPECTED, Map.of("goal-a", position(3, "10.5"))))
        .isInstanceOf(BenchmarkFailure.class);
    assertThatThrownBy(
            () ->
                Sums.require(
                    "sums",
                    EXPECTED,
                    Map.of("goal-a", position(2, "10.5"), "goal-b", position(0, "0"))))
        .hasMessageContaining("goal-b");
  }

  @Test
  void refusesAnotherNumber() {
    assertThatThrownBy(() -> Sums.require("credits", 5, 4)).hasMessageContaining("5 expected");
  }
}
