package dev.milepost.tracking.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.Owner;
import dev.milepost.contract.PaceChanged.Status;
import dev.milepost.contract.Period;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExpectedPathTest {
  private static final Instant START = Instant.parse("2017-10-01T00:00:00Z");
  private static final Instant END = Instant.parse("2018-01-01T00:00:00Z");

  @Test
  void growsEvenlyOnALinearProfile() {
    ExpectedPath path = path(Profile.LINEAR, version(1, "100", START));

    assertThat(path.expectedAt(START)).isEqualByComparingTo("0");
    // 23 of 92 days
    assertThat(path.expectedAt(Instant.parse("2017-10-24T00:00:00Z"))).isEqualByComparingTo("0.25");
    assertThat(path.expectedAt(END)).isEqualByComparingTo("1");
    assertThat(path.expectedAt(END.plusSeconds(1))).isEqualByComparingTo("1");
    assertThat(path.expectedAt(START.minusSeconds(1))).isEqualByComparingTo("0");
  }

  @Test
  void standsStillOverTheWeekendOnWorkingDays() {
    ExpectedPath path = path(Profile.WORKING_DAYS, version(1, "100", START));

    // 2017-10-01 is a Sunday; the quarter has 65 days from Monday to Friday.
    assertThat(path.expectedAt(Instant.parse("2017-10-02T00:00:00Z"))).isEqualByComparingTo("0");
    BigDecimal friday = path.expectedAt(Instant.parse("2017-10-07T00:00:00Z"));
    assertThat(friday).isEqualByComparingTo("0.0769230769"); // 5 / 65
    assertThat(path.expectedAt(Instant.parse("2017-10-09T00:00:00Z"))).isEqualTo(friday);
  }

  @Test
  void isDueAtTheEndOfTheDayThatCrossesTheThreshold() {
    ExpectedPath linear = path(Profile.LINEAR, version(1, "100", START));

    assertThat(linear.dueAt(new BigDecimal("0.25"))).isEqualTo("2017-10-24T00:00:00Z");
    assertThat(linear.dueAt(new BigDecimal("0.3"))).isEqualTo("2017-10-29T00:00:00Z");
    assertThat(linear.dueAt(BigDecimal.ONE)).isEqualTo(END);
    assertThat(linear.dueAt(new BigDecimal("1.2"))).isEqualTo(END);
  }

  @Test
  void asksForTheNewTargetOnlyFromItsEffectiveDateOn() {
    Instant half = Instant.parse("2017-11-16T00:00:00Z"); // 46 of 92 days
    ExpectedPath path = path(Profile.LINEAR, version(1, "100", START), version(2, "200", half));

    // Planned by then: 50 of the old 100, which is a quarter of the new 200.
    assertThat(path.expectedAt(half)).isEqualByComparingTo("0.25");
    // Half of the rest: 50 + 75 = 125 of 200.
    assertThat(path.expectedAt(Instant.parse("2017-12-09T00:00:00Z")))
        .isEqualByComparingTo("0.625");
    assertThat(path.expectedAt(END)).isEqualByComparingTo("1");
  }

  @Property
  void neverFalls(@ForAll @IntRange(max = 2400) int hour, @ForAll Profile profile) {
    ExpectedPath path =
        path(profile, version(1, "100", START), version(2, "150", START.plusSeconds(3_000_000)));
    Instant at = START.plus(Duration.ofHours(hour));

    assertThat(path.expectedAt(at.plus(Duration.ofHours(1))))
        .isGreaterThanOrEqualTo(path.expectedAt(at));
  }

  @Test
  void asksForNothingByAVersionThatALaterOnePrecedes() {
    Instant half = Instant.parse("2017-11-16T00:00:00Z");
    Version last = version(3, "200", half);

    ExpectedPath path =
        path(
            Profile.LINEAR, version(1, "100", START), version(2, "900", END.minusSeconds(1)), last);

    ExpectedPath without = path(Profile.LINEAR, version(1, "100", START), last);
    for (Instant at = START; at.isBefore(END); at = at.plus(Duration.ofHours(7))) {
      assertThat(path.expectedAt(at)).isEqualTo(without.expectedAt(at));
    }
  }

  @Property
  void neverFallsWhenALaterVersionTakesEffectEarlier(
      @ForAll @IntRange(max = 2400) int hour,
      @ForAll @IntRange(max = 2208) int second,
      @ForAll @IntRange(max = 2208) int earlier,
      @ForAll Profile profile) {
    Instant from = START.plus(Duration.ofHours(second));
    ExpectedPath path =
        path(
            profile,
            version(1, "100", START),
            version(2, "300", from),
            version(3, "150", from.minus(Duration.ofHours(Math.min(second, earlier)))));
    Instant at = START.plus(Duration.ofHours(hour));

    assertThat(path.expectedAt(at.plus(Duration.ofHours(1))))
        .isGreaterThanOrEqualTo(path.expectedAt(at));
  }

  @Test
  void isLookedAtWhenMoreIsExpectedThanTheBandBears() {
    ExpectedPath path = path(Profile.LINEAR, version(1, "100", START));
    BigDecimal quarter = new BigDecimal("0.25");
    Instant now = Instant.parse("2017-10-24T00:00:00Z"); // 23 of 92 days, so pace is 1

    Instant next = path.nextLook(quarter, new Judgement(Status.ON_TRACK, null), now).orElseThrow();

    // 0.25 / 0.95 = 0.26315… of 92 days = 24.21 days
    assertThat(next).isBetween("2017-10-25T05:03:00Z", "2017-10-25T05:04:00Z");
    assertThat(status(path, quarter, next)).isEqualTo(Status.AT_RISK);
    assertThat(status(path, quarter, next.minusSeconds(1))).isEqualTo(Status.ON_TRACK);
  }

  @Property
  void changesNothingBeforeItIsLookedAt(
      @ForAll @IntRange(max = 99) int percent,
      @ForAll @IntRange(max = 2207) int hour,
      @ForAll Profile profile) {
    ExpectedPath path = path(profile, version(1, "100", START));
    BigDecimal attainment = BigDecimal.valueOf(percent, 2);
    Instant now = START.plus(Duration.ofHours(hour));
    Status told = status(path, attainment, now);

    Instant next = path.nextLook(attainment, new Judgement(told, null), now).orElse(END);

    assertThat(status(path, attainment, later(now, next.minusSeconds(1)))).isEqualTo(told);
    if (next.isBefore(END)) {
      assertThat(status(path, attainment, next)).isNotEqualTo(told);
    }
  }

  /** A status may last for less than a second: 8 % are AT_RISK just when 10 % are expected. */
  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  @Test
  void isNotLookedAtWhenNothingIsLeftToHappen() {
    ExpectedPath path = path(Profile.LINEAR, version(1, "100", START));
    Judgement reached = new Judgement(Status.TARGET_REACHED, null);

    assertThat(path.nextLook(BigDecimal.ONE, reached, START)).isEmpty();
    assertThat(path.nextLook(BigDecimal.ZERO, new Judgement(Status.OFF_TRACK, null), END))
        .isEmpty();
  }

  /** It may fall when the later version asks for less than was asked for by then. */
  @Test
  void isLookedAtEveryDayOnceItWasRevised() {
    Instant half = Instant.parse("2017-11-16T00:00:00Z");
    ExpectedPath path = path(Profile.LINEAR, version(1, "100", START), version(2, "40", half));

    assertThat(path.nextLook(BigDecimal.ONE, new Judgement(Status.TARGET_REACHED, null), half))
        .contains(Instant.parse("2017-11-17T00:00:00Z"));
  }

  private static Status status(ExpectedPath path, BigDecimal attainment, Instant at) {
    return Pace.of(Way.GROWING_FLOW, attainment, path.expectedAt(at)).status();
  }

  private static ExpectedPath path(Profile profile, Version... versions) {
    MetricVersion metric =
        new MetricVersion(
            "m",
            1,
            "m",
            "USD",
            Aggregation.SUM,
            Direction.INCREASE,
            "true",
            "1",
            null,
            null,
            false,
            null,
            null,
            START,
            null,
            null);
    return ExpectedPath.of(
        new GoalSnapshot(
            "g",
            1,
            State.ACTIVE,
            "s",
            Owner.participant("p"),
            metric,
            new Period("2017-Q4", START, END),
            END,
            "UTC",
            profile,
            null,
            List.of(CreditType.DIRECT),
            List.of(versions),
            null,
            null),
        WorkingDays.ASSUMED,
        null);
  }

  private static Version version(int number, String target, Instant from) {
    return new Version(number, null, new BigDecimal(target), null, List.of(), from, null, "author");
  }
}
