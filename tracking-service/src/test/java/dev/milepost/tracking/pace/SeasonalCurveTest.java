package dev.milepost.tracking.pace;

import static dev.milepost.tracking.pace.SeasonalCurve.SLICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.Period;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonalCurveTest {
  private static final Period QUARTER =
      new Period(
          "2017-Q4", Instant.parse("2017-10-01T00:00:00Z"), Instant.parse("2018-01-01T00:00:00Z"));

  @Test
  void isTheMeanOfPeriodsWhateverTheirSize() {
    // A quarter of 400, half of 4000, twice: 0.375 in the first slice, the rest in the last.
    SeasonalCurve curve = curve(period(100, 300), period(2000, 2000), period(1, 3), period(1, 1));

    assertThat(curve.done().getFirst()).isEqualByComparingTo("0.375");
    assertThat(curve.done().get(SLICES - 2)).isEqualByComparingTo("0.375");
    assertThat(curve.at(new BigDecimal("0.5"))).isEqualByComparingTo("0.375");
    // half of the first slice, half of the last
    assertThat(curve.at(new BigDecimal("0.0416666666"))).isEqualByComparingTo("0.1874999997");
    assertThat(curve.at(new BigDecimal("0.9583333333"))).isEqualByComparingTo("0.6874999998");
  }

  @Test
  void countsASliceOfReturnsAsNothing() {
    SeasonalCurve curve = curve(period(-50, 200), period(-1, 2), period(0, 1), period(0, 1));

    assertThat(curve.done().getFirst()).isEqualByComparingTo("0");
  }

  @Test
  void needsFourPeriodsThatSoldSomething() {
    assertThat(SeasonalCurve.of(List.of(period(1, 1), period(1, 1), period(1, 1), period(-5, 5))))
        .isEmpty();
    assertThat(SeasonalCurve.of(Collections.nCopies(3, period(1, 1)))).isEmpty();
    assertThat(SeasonalCurve.of(Collections.nCopies(4, period(1, 1)))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.0833333333, 0", "0.0833333334, 1", "0.5, 6", "0.9999999999, 11", "1, 11"})
  void cutsAPeriodIntoEqualSlices(BigDecimal elapsed, int slice) {
    assertThat(SeasonalCurve.slice(elapsed)).isEqualTo(slice);
  }

  @Property
  void hasWeightsThatAddUpToOneAndNoneBelowZero(
      @ForAll @Size(min = 4, max = 8)
          List<@Size(12) List<@IntRange(min = -100, max = 1000) Integer>> sums) {
    SeasonalCurve curve = assumed(sums);

    BigDecimal before = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (BigDecimal done : curve.done()) {
      assertThat(done.subtract(before)).isGreaterThanOrEqualTo(BigDecimal.ZERO);
      weights = weights.add(done.subtract(before));
      before = done;
    }
    assertThat(weights).isEqualByComparingTo("1");
  }

  @Property
  void leadsFromZeroToOneAndNeverFalls(
      @ForAll @Size(min = 4, max = 8)
          List<@Size(12) List<@IntRange(min = -100, max = 1000) Integer>> sums,
      @ForAll @IntRange(max = 2207) int hour) {
    DayProfile profile =
        DayProfile.of(
            Profile.SEASONAL, QUARTER, ZoneId.of("UTC"), WorkingDays.ASSUMED, assumed(sums));
    Instant at = QUARTER.start().plus(Duration.ofHours(hour));

    assertThat(profile.shareAt(at.plus(Duration.ofHours(1))))
        .isGreaterThanOrEqualTo(profile.shareAt(at));
    assertThat(profile.shareAt(QUARTER.start())).isEqualByComparingTo("0");
    assertThat(profile.shareAt(QUARTER.end())).isEqualByComparingTo("1");
    assertThat(profile.shareAt(QUARTER.end().minusMillis(1))).isLessThanOrEqualTo(BigDecimal.ONE);
  }

  @Test
  void isNoPartOfAnotherProfile() {
    SeasonalCurve curve = curve(period(1, 3), period(1, 3), period(1, 3), period(1, 3));
    Instant at = QUARTER.start().plus(Duration.ofDays(40));
    ZoneId utc = ZoneId.of("UTC");

    assertThat(
            DayProfile.of(Profile.WORKING_DAYS, QUARTER, utc, WorkingDays.ASSUMED, curve)
                .shareAt(at))
        .isEqualTo(
            DayProfile.of(Profile.SEASONAL, QUARTER, utc, WorkingDays.ASSUMED, null).shareAt(at));
  }

  private static SeasonalCurve assumed(List<List<Integer>> sums) {
    var curve =
        SeasonalCurve.of(
            sums.stream().map(one -> one.stream().map(BigDecimal::valueOf).toList()).toList());
    assumeThat(curve).isPresent();
    return curve.orElseThrow();
  }

  @SafeVarargs
  private static SeasonalCurve curve(List<BigDecimal>... periods) {
    return SeasonalCurve.of(List.of(periods)).orElseThrow();
  }

  private static List<BigDecimal> period(int first, int last) {
    List<BigDecimal> sums = new ArrayList<>(Collections.nCopies(SLICES, BigDecimal.ZERO));
    sums.set(0, BigDecimal.valueOf(first));
    sums.set(SLICES - 1, BigDecimal.valueOf(last));
    return sums;
  }
}
