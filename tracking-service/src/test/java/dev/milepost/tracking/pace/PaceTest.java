package dev.milepost.tracking.pace;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(Pace.of(attainment, expected).status()).isEqualTo(status);
  }

  @Test
  void hasNoPaceWhileLittleIsExpected() {
    assertThat(Pace.of(new BigDecimal("0.5"), new BigDecimal("0.05")).value()).isNull();
    assertThat(Pace.of(new BigDecimal("0.5"), new BigDecimal("0.4")).value())
        .isEqualByComparingTo("1.25");
  }

  @Test
  void saysSoWhenThereIsNoValue() {
    assertThat(Pace.of(null, BigDecimal.ONE).status()).isEqualTo(Status.NO_DATA);
  }

  @Test
  void neverReadsOneBeforeTheTargetIsReached() {
    BigDecimal attainment =
        Attainment.of(new BigDecimal("99999999999999"), new BigDecimal("100000000000000"));

    assertThat(attainment).isLessThan(BigDecimal.ONE);
    assertThat(Attainment.of(new BigDecimal("1250"), new BigDecimal("1200")))
        .isEqualByComparingTo("1.0416666666");
    assertThat(Attainment.of(new BigDecimal("10"), BigDecimal.ONE).toPlainString()).isEqualTo("10");
  }
}
