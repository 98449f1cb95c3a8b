package dev.milepost.goals.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.contract.WorkingCalendarChanged;
import dev.milepost.contract.WorkingDay;
import dev.milepost.contract.WorkingDay.Kind;
import dev.milepost.goals.directory.Change.Status;
import dev.milepost.runtime.event.EventWriter;
import dev.milepost.runtime.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
  private static final LocalDate DAY = LocalDate.of(2017, 10, 2);
  private static final int LARGEST_EVENT = 1 << 20;

  @Test
  void whatIsTakenBackInTheSameTableChangesNothing() {
    WorkingDays days = new WorkingDays(new WorkingCalendarChanged("west", 3, List.of()));

    assertThat(days.take(row(DAY, "National Day"))).isEqualTo(Status.CREATED);
    assertThat(days.take(new WorkingDayRow.Entry("west", DAY, Optional.empty())))
        .isEqualTo(Status.UPDATED);

    assertThat(days.changed()).isEmpty();
  }

  @Test
  void tellsTheNextVersionByDate() {
    WorkingDays days = new WorkingDays(new WorkingCalendarChanged("west", 3, List.of()));
    days.take(row(DAY.plusDays(1), "b"));
    days.take(row(DAY, "a"));

    WorkingCalendarChanged changed = days.changed().orElseThrow();

    assertThat(changed.version()).isEqualTo(4);
    assertThat(changed.days()).extracting(WorkingDay::date).containsExactly(DAY, DAY.plusDays(1));
  }

  @Test
  void holdsNoMoreDaysThanFitIntoAnEvent() {
    WorkingDays days = new WorkingDays(new WorkingCalendarChanged("west", 0, List.of()));
    String name = "节".repeat(WorkingDayRow.LONGEST_NAME);
    for (int i = 0; i < WorkingDays.MOST; i++) {
      days.take(row(DAY.plusDays(i), name));
    }

    assertThatThrownBy(() -> days.take(row(DAY.minusDays(1), name)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.violationCodes()).containsExactly("too-many"));
    assertThat(days.take(row(DAY, "another"))).isEqualTo(Status.UPDATED);
    assertThat(EventWriter.data(days.changed().orElseThrow())).hasSizeLessThan(LARGEST_EVENT);
  }

  private static WorkingDayRow.Entry row(LocalDate date, String name) {
    return new WorkingDayRow.Entry(
        "west", date, Optional.of(new WorkingDay(date, Kind.HOLIDAY, name)));
  }
}
