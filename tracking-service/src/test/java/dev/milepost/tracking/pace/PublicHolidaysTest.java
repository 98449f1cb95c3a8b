package dev.milepost.tracking.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A week of public holidays: China's National Day and Mid-Autumn Festival of 2017 were 1 to 8
 * October, and people worked on Saturday, 30 September, to make up for it (General Office of the
 * State Council, notice 2016-17 on the holidays of 2017).
 *
 * <p>The period is four weeks, from Monday, 25 September to before 23 October. Its working days: 25
 * to 29 September and Saturday the 30th = 6; 2 to 8 October = 0; 9 to 13 October = 5; 16 to 20
 * October = 5; together 16. Monday to Friday alone would be 4 × 5 = 20.
 */
class PublicHolidaysTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final WorkingDays CHINA =
      new WorkingDays(
          Set.of(
              LocalDate.of(2017, 9, 30),
              LocalDate.of(2017, 10, 2),
              LocalDate.of(2017, 10, 3),
              LocalDate.of(2017, 10, 4),
              LocalDate.of(2017, 10, 5),
              LocalDate.of(2017, 10, 6)),
          false);

  private final ExpectedPath path = path(Profile.WORKING_DAYS, "2017-09-25", "2017-10-23", CHINA);

  @Test
  void expectsNothingOfAHolidayAndADayOfAMakeUpWeekend() {
    assertThat(expectedAt("2017-09-30")).isEqualByComparingTo("0.3125"); // 5 / 16
    assertThat(expectedAt("2017-10-01")).isEqualByComparingTo("0.375"); // 6 / 16
    assertThat(expectedAt("2017-10-09")).isEqualByComparingTo("0.375"); // still 6 / 16
    assertThat(expectedAt("2017-10-14")).isEqualByComparingTo("0.6875"); // 11 / 16
    assertThat(expectedAt("2017-10-21")).isEqualByComparingTo("1"); // 16 / 16
  }

  @Test
  void datesMilestonesByTheDaysThatAreWorked() {
    // 8 of 16 at the end of Tuesday, 10 October; 10 of 20 at the end of Friday, 6 October.
    assertThat(path.dueAt(new BigDecimal("0.5"))).isEqualTo(startOf("2017-10-11"));
    assertThat(
            path(Profile.WORKING_DAYS, "2017-09-25", "2017-10-23", WorkingDays.ASSUMED)
                .dueAt(new BigDecimal("0.5")))
        .isEqualTo(startOf("2017-10-07"));
  }

  @Test
  void aPeriodOfHolidaysAloneIsLinear() {
    ExpectedPath holidays = path(Profile.WORKING_DAYS, "2017-10-01", "2017-10-09", CHINA);

    assertThat(holidays.expectedAt(startOf("2017-10-03"))).isEqualByComparingTo("0.25"); // 2 / 8
  }

  @Test
  void leavesTheLinearProfileAlone() {
    ExpectedPath linear = path(Profile.LINEAR, "2017-09-25", "2017-10-23", CHINA);

    assertThat(linear.expectedAt(startOf("2017-10-09"))).isEqualByComparingTo("0.5"); // 14 / 28
  }

  private BigDecimal expectedAt(String day) {
    return path.expectedAt(startOf(day));
  }

  private static ExpectedPath path(Profile profile, String start, String end, WorkingDays days) {
    GoalSnapshot like =
        World.goal(
            "g",
            1,
            State.ACTIVE,
            Owner.participant("p"),
            startOf(end),
            World.version(1, "100", "0.5"));
    return ExpectedPath.of(
        new GoalSnapshot(
            like.goalId(),
            like.version(),
            like.state(),
            like.statement(),
            like.owner(),
            like.metric(),
            new Period("2017-P10", startOf(start), startOf(end)),
            like.graceEnd(),
            SHANGHAI.getId(),
            profile,
            null,
            like.creditTypes(),
            like.versions(),
            null,
            null),
        days,
        null);
  }

  private static Instant startOf(String day) {
    return LocalDate.parse(day).atStartOfDay(SHANGHAI).toInstant();
  }
}
