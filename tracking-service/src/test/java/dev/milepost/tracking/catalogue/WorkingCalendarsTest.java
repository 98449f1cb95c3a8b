package dev.milepost.tracking.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.Dated;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Owner;
import dev.milepost.contract.TeamChanged;
import dev.milepost.contract.WorkingCalendarChanged;
import dev.milepost.contract.WorkingDay;
import dev.milepost.contract.WorkingDay.Kind;
import dev.milepost.tracking.pace.WorkingDays;
import dev.milepost.tracking.scenario.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose calendar a goal follows. The goals are for the fourth quarter of 2017. */
class WorkingCalendarsTest {
  private static final Instant MOVE = Instant.parse("2017-11-15T00:00:00Z");
  private static final Dated COMPANY = World.always("company");
  private static final Hierarchy HIERARCHY =
      new Hierarchy(
          List.of(
              team("company", List.of(), List.of()),
              team("east", List.of(COMPANY), List.of(new Dated("ann", null, MOVE))),
              team("west", List.of(COMPANY), List.of(new Dated("ann", MOVE, null)))),
          List.of());

  @Test
  void assumesMondayToFridayWhereNobodyHasRows() {
    assertThat(calendars().of(goal(Owner.participant("ann")))).isEqualTo(WorkingDays.ASSUMED);
    assertThat(
            calendars(calendar("west", holiday("2016-10-03"), holiday("2018-10-03")))
                .of(goal(Owner.team("west"))))
        .isEqualTo(WorkingDays.ASSUMED);
  }

  @Test
  void asksTheNearestTeamThatHasRowsOfTheYear() {
    WorkingCalendars calendars =
        calendars(
            calendar(WorkingCalendarChanged.ORGANISATION, holiday("2017-10-04")),
            calendar("company", holiday("2017-10-03")),
            calendar("east", holiday("2016-10-05")),
            calendar("west", holiday("2017-10-02")));

    assertThat(calendars.of(goal(Owner.team("west")))).isEqualTo(known("2017-10-02"));
    assertThat(calendars.of(goal(Owner.team("east")))).isEqualTo(known("2017-10-03"));
    assertThat(calendars.of(goal(Owner.participant("stranger")))).isEqualTo(known("2017-10-04"));
  }

  @Test
  void asksEachDayTheTeamOfThatDay() {
    WorkingCalendars calendars =
        calendars(
            calendar("east", holiday("2017-11-14"), holiday("2017-11-16")),
            calendar("west", holiday("2017-11-13"), holiday("2017-11-15")));

    assertThat(calendars.of(goal(Owner.participant("ann"))))
        .isEqualTo(known("2017-11-14", "2017-11-15"));
  }

  @Test
  void flagsAPeriodOfWhichSomeDaysAreNotKnown() {
    WorkingCalendars calendars = calendars(calendar("east", holiday("2017-10-02")));

    assertThat(calendars.of(goal(Owner.participant("ann"))))
        .isEqualTo(new WorkingDays(known("2017-10-02").exceptions(), true));
  }

  @Test
  void keepsOnlyWhatIsNotAsMondayToFridayHasIt() {
    WorkingCalendars calendars =
        calendars(
            calendar(
                "company",
                new WorkingDay(LocalDate.parse("2017-10-02"), Kind.WORKING, "a Monday"),
                new WorkingDay(LocalDate.parse("2017-10-07"), Kind.HOLIDAY, "a Saturday"),
                new WorkingDay(LocalDate.parse("2017-10-14"), Kind.WORKING, "a Saturday"),
                holiday("2017-09-29"),
                holiday("2018-01-01")));

    assertThat(calendars.of(goal(Owner.team("company")))).isEqualTo(known("2017-10-14"));
  }

  private static WorkingCalendars calendars(WorkingCalendarChanged... told) {
    return new WorkingCalendars(List.of(told), HIERARCHY);
  }

  private static WorkingCalendarChanged calendar(String team, WorkingDay... days) {
    return new WorkingCalendarChanged(team, 1, List.of(days));
  }

  private static WorkingDay holiday(String date) {
    return new WorkingDay(LocalDate.parse(date), Kind.HOLIDAY, null);
  }

  private static WorkingDays known(String... exceptions) {
    return new WorkingDays(
        Stream.of(exceptions).map(LocalDate::parse).collect(Collectors.toSet()), false);
  }

  private static GoalSnapshot goal(Owner owner) {
    return World.revenueGoal("g", owner, "100");
  }

  private static TeamChanged team(String id, List<Dated> parents, List<Dated> members) {
    return new TeamChanged(id, 1, id, parents, List.of(), members);
  }
}
