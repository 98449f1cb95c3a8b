package dev.milepost.tracking.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.PaceChanged.Status;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

  @ParameterizedTest
  @CsvSource({
    "0.55,   0.50, AHEAD",
    "0.5499, 0.50, ON_TRACK",
    "0.475,  0.50, ON_TRACK",
    "0.4749, 0.50, AT_RISK",
    "0.40,   0.50, AT_RISK",
    "0.3999, 0.50, OFF_TRACK",
    "-0.10,  0.50, OFF_TRACK",
    "0.05,   0.0999, TOO_EARLY",
    "0.11,   0.10, AHEAD",
    "1,      0.05, TARGET_REACHED",
    "1.2,    0.50, TARGET_REACHED",
    "0.9999, 1,    ON_TRACK"
  })
  void tellsTheStatus(BigDecimal attainment, BigDecimal expected, Status status) {
    assertThat(Pace.of(Way.GROWING_FLOW, attainment, expected).status()).isEqualTo(status);
  }

  @Test
  void hasNoPaceWhileLittleIsExpected() {
    BigDecimal half = new BigDecimal("0.5");

    assertThat(Pace.of(Way.GROWING_FLOW, half, new BigDecimal("0.05")).value()).isNull();
    assertThat(Pace.of(Way.GROWING_FLOW, half, new BigDecimal("0.4")).value())
        .isEqualByComparingTo("1.25");
  }

  @Test
  void saysSoWhenThereIsNoValue() {
    assertThat(Pace.of(Way.LEVEL, null, BigDecimal.ONE).status()).isEqualTo(Status.NO_DATA);
  }

  @ParameterizedTest
  @CsvSource({
    "0.60,   0.50, AHEAD,     0.1",
    "0.5999, 0.50, ON_TRACK,  0.0999",
    "0.45,   0.50, ON_TRACK,  -0.05",
    "0.4499, 0.50, AT_RISK,   -0.0501",
    "0.30,   0.50, AT_RISK,   -0.2",
    "0.2999, 0.50, OFF_TRACK, -0.2001",
    "1.2,    1,    AHEAD,     0.2",
    "0.05,   0.05, ON_TRACK,  0"
  })
  void comparesALevelByTheGap(
      BigDecimal attainment, BigDecimal expected, Status status, BigDecimal gap) {
    Pace pace = Pace.of(Way.LEVEL, attainment, expected);

    assertThat(pace.status()).isEqualTo(status);
    assertThat(pace.value()).isEqualByComparingTo(gap);
  }

  @ParameterizedTest
  @CsvSource({
    "1.1,   0.50, AHEAD",
    "1.09,  0.50, ON_TRACK",
    "0.95,  0.50, ON_TRACK",
    "0.949, 0.50, AT_RISK",
    "0.79,  0.50, OFF_TRACK",
    "2.6,   0.09, TOO_EARLY"
  })
  void holdsAShrinkingFlowAgainstWhatItsProfileForeseesByNow(
      BigDecimal attainment, BigDecimal expected, Status status) {
    assertThat(Pace.of(Way.SHRINKING_FLOW, attainment, expected).status()).isEqualTo(status);
  }
}
