package dev.milepost.tracking.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.PaceChanged.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Half of the way is expected, so pace is twice the attainment. */
class JudgementTest {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  @ParameterizedTest
  @CsvSource({
    // the first time at once, at the very border
    "0.96 0.95,            ON_TRACK",
    "0.96 0.9498,          AT_RISK",
    "0.94 0.95,            ON_TRACK",
    // back only 0.02 beyond it
    "0.96 0.94 0.95,       AT_RISK",
    "0.96 0.94 0.9698,     AT_RISK",
    "0.96 0.94 0.97,       ON_TRACK",
    "0.94 0.95 0.93,       ON_TRACK",
    "0.94 0.95 0.9298,     AT_RISK",
    // to and fro, each time by 0.02
    "0.96 0.94 0.97 0.94,  ON_TRACK",
    "0.96 0.94 0.97 0.92,  AT_RISK",
    // on in the same direction: at once
    "0.96 0.94 0.7998,     OFF_TRACK",
    "0.79 0.94 0.95,       ON_TRACK",
    // from a band further off, the border of the band that is left counts
    "1.20 0.79 0.81,       OFF_TRACK",
    "1.20 0.79 0.82,       AT_RISK",
    "0.79 1.10 1.0802,     AHEAD",
    "0.79 1.10 1.0798,     ON_TRACK",
    // a leap over the margin lands where it lands
    "0.96 0.94 1.12,       AHEAD"
  })
  void leavesABandAtOnceAndComesBackByTheMargin(String paces, Status status) {
    assertThat(told(paces.split(" ")).getLast().status()).isEqualTo(status);
  }

  @Test
  void holdsForTheGapsOfLevels() {
    Judgement lower = new Judgement(Status.AT_RISK, Status.ON_TRACK);

    // −0.04 is ON_TRACK, but not 0.02 beyond −0.05
    assertThat(Pace.of(Way.LEVEL, new BigDecimal("0.46"), HALF, lower).status())
        .isEqualTo(Status.AT_RISK);
    assertThat(Pace.of(Way.LEVEL, new BigDecimal("0.47"), HALF, lower).status())
        .isEqualTo(Status.ON_TRACK);
  }

  @Test
  void givesNoMarginToWhatIsNoBand() {
    Judgement reached = new Judgement(Status.TARGET_REACHED, Status.AHEAD);
    Judgement early = new Judgement(Status.TOO_EARLY, null);
    BigDecimal most = new BigDecimal("0.9");

    assertThat(Pace.of(Way.GROWING_FLOW, new BigDecimal("0.999"), most, reached).status())
        .isEqualTo(Status.AHEAD);
    assertThat(Pace.of(Way.GROWING_FLOW, new BigDecimal("0.475"), HALF, early).status())
        .isEqualTo(Status.ON_TRACK);
    assertThat(Pace.of(Way.LEVEL, null, HALF, new Judgement(Status.AHEAD, null)).status())
        .isEqualTo(Status.NO_DATA);
  }

  @Test
  void isNewsWhenItIsAChangeOrAFirstComparison() {
    Judgement early = Judgement.after(null, new Pace(null, Status.TOO_EARLY));
    Judgement ahead = Judgement.after(early, new Pace(BigDecimal.TWO, Status.AHEAD));

    assertThat(early.isNewsAfter(null)).isFalse();
    assertThat(ahead.isNewsAfter(early)).isTrue();
    assertThat(ahead.isNewsAfter(null)).isTrue();
    assertThat(Judgement.after(ahead, new Pace(BigDecimal.TWO, Status.AHEAD))).isSameAs(ahead);
  }

  /** Between a change and the change back lie at least 0.02. */
  @Property
  void doesNotFlutter(
      @ForAll @Size(min = 3, max = 30) List<@IntRange(min = 700, max = 1200) Integer> paces) {
    List<Judgement> told = told(paces);
    for (int i = 2; i < told.size(); i++) {
      Judgement before = told.get(i - 1);
      boolean justChanged = before != told.get(i - 2);
      if (justChanged && told.get(i) != before && told.get(i).status() == before.previous()) {
        assertThat(Math.abs(paces.get(i) - paces.get(i - 1))).isGreaterThanOrEqualTo(20);
      }
    }
  }

  /** Whatever was told before, the status is that of a pace at most 0.02 off. */
  @Property
  void isNeverFartherOffThanTheMargin(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 700, max = 1200) Integer> paces) {
    int last = paces.getLast();

    assertThat(Stream.of(-20, 0, 20).map(off -> plain(last + off)))
        .contains(told(paces).getLast().status());
  }

  private static Status plain(int thousandths) {
    return Pace.of(Way.GROWING_FLOW, attainment(thousandth(thousandths)), HALF).status();
  }

  private static List<Judgement> told(List<Integer> thousandths) {
    return told(thousandths.stream().map(JudgementTest::thousandth).toArray(String[]::new));
  }

  private static List<Judgement> told(String... paces) {
    List<Judgement> told = new ArrayList<>();
    Judgement last = null;
    for (String pace : paces) {
      last = Judgement.after(last, Pace.of(Way.GROWING_FLOW, attainment(pace), HALF, last));
      told.add(last);
    }
    return told;
  }

  private static BigDecimal attainment(String pace) {
    return new BigDecimal(pace).multiply(HALF);
  }

  private static String thousandth(int pace) {
    return BigDecimal.valueOf(pace, 3).toPlainString();
  }
}
