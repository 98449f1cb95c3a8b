package dev.milepost.incentive.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.incentive.plan.PayCurve.Piece;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PayCurvePropertiesTest {

  @Property
  void aBorderBelongsToTheTierAboveIt(@ForAll("curves") PayCurve curve) {
    assertThat(curve.pieces())
        .allSatisfy(
            piece ->
                assertThat(curve.payoutAt(piece.from()))
                    .isEqualByComparingTo(piece.payoutAtFrom()));
  }

  @Property
  void everyAttainmentFromTheFirstTierOnFallsIntoExactlyOneTier(
      @ForAll("curves") PayCurve curve, @ForAll("attainments") BigDecimal attainment) {
    BigDecimal lowest =
        curve.pieces().stream().map(Piece::from).min(BigDecimal::compareTo).orElseThrow();

    assertThat(curve.pieceAt(attainment).isPresent()).isEqualTo(attainment.compareTo(lowest) >= 0);
  }

  @Property
  void morePerformanceNeverPaysLessOnACurveThatNeverFalls(
      @ForAll("curves") PayCurve curve,
      @ForAll("attainments") BigDecimal one,
      @ForAll("attainments") BigDecimal other) {
    BigDecimal lower = curve.payoutAt(one.min(other));
    BigDecimal higher = curve.payoutAt(one.max(other));

    assertThat(!curve.neverFalls() || lower.compareTo(higher) <= 0).isTrue();
  }

  @Property
  void theOrderOfTheTiersDoesNotMatter(
      @ForAll("curves") PayCurve curve, @ForAll("attainments") BigDecimal attainment) {
    PayCurve reversed = new PayCurve(curve.pieces().reversed(), curve.cap());

    assertThat(reversed.payoutAt(attainment)).isEqualByComparingTo(curve.payoutAt(attainment));
  }

  @Provide
  Arbitrary<BigDecimal> attainments() {
    return Arbitraries.bigDecimals().between(new BigDecimal("-1"), new BigDecimal("4")).ofScale(4);
  }

  @Provide
  Arbitrary<PayCurve> curves() {
    Arbitrary<Piece> piece =
        Combinators.combine(ratios("0", "3"), ratios("0", "4"), ratios("-1", "5")).as(Piece::new);
    return piece
        .list()
        .uniqueElements(each -> each.from().stripTrailingZeros())
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(pieces -> new PayCurve(pieces, null));
  }

  private static Arbitrary<BigDecimal> ratios(String from, String to) {
    return Arbitraries.bigDecimals().between(new BigDecimal(from), new BigDecimal(to)).ofScale(2);
  }
}
