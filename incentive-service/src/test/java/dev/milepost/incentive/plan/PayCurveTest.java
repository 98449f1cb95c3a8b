package dev.milepost.incentive.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.incentive.plan.PayCurve.Cliff;
import dev.milepost.incentive.plan.PayCurve.Piece;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayCurveTest {
  private static final PayCurve ACCELERATED =
      curve(null, piece("0.5", "0.5", "1"), piece("1", "1", "2"));

  @Test
  void paysNothingBelowTheFirstTier() {
    assertThat(ACCELERATED.payoutAt(new BigDecimal("0.4999"))).isEqualByComparingTo("0");
  }

  @Test
  void paysNothingForNegativeAttainment() {
    assertThat(ACCELERATED.payoutAt(new BigDecimal("-0.2"))).isEqualByComparingTo("0");
  }

  @Test
  void acceleratesAboveTheTarget() {
    assertThat(ACCELERATED.payoutAt(new BigDecimal("1.2"))).isEqualByComparingTo("1.4");
  }

  @Test
  void stopsAtTheCap() {
    PayCurve capped = curve("1.3", piece("0", "0", "1"), piece("1", "1", "2"));

    assertThat(capped.payoutAt(new BigDecimal("9"))).isEqualByComparingTo("1.3");
  }

  @Test
  void listsTheThresholdAsACliff() {
    assertThat(ACCELERATED.cliffs())
        .containsExactly(new Cliff(new BigDecimal("0.5"), BigDecimal.ZERO, new BigDecimal("0.5")));
  }

  @Test
  void seesPayFallAtABorder() {
    PayCurve falling = curve(null, piece("0", "0", "2"), piece("1", "1", "1"));

    assertThat(falling.neverFalls()).isFalse();
  }

  @Test
  void seesPayFallInsideATier() {
    assertThat(curve(null, piece("0", "1", "-0.1")).neverFalls()).isFalse();
  }

  @Test
  void seesTiersThatStartTogether() {
    assertThat(curve(null, piece("1", "1", "1"), piece("1.0", "2", "1")).hasTwinPieces()).isTrue();
  }

  private static PayCurve curve(@Nullable String cap, Piece... pieces) {
    BigDecimal limit = Stream.ofNullable(cap).map(BigDecimal::new).findFirst().orElse(null);
    return new PayCurve(List.of(pieces), limit);
  }

  private static Piece piece(String from, String payoutAtFrom, String slope) {
    return new Piece(new BigDecimal(from), new BigDecimal(payoutAtFrom), new BigDecimal(slope));
  }
}
