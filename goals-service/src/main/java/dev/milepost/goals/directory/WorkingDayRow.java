package dev.milepost.goals.directory;

import dev.milepost.contract.WorkingCalendarChanged;
import dev.milepost.contract.WorkingDay;
import dev.milepost.goals.problem.GoalsProblem;
import dev.milepost.runtime.problem.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table of working days, as it was written. Whatever is wrong with it refuses this row
 * and no other.
 */
@Schema(name = "WorkingDayRow")
record WorkingDayRow(
    @Schema(description = "Id of the team. Absent: the organisation.", examples = "west")
        @Nullable String team,
    @Schema(description = "The day, in the organisation's zone.", examples = "2017-10-02")
        @Nullable String date,
    @Schema(
            description = "HOLIDAY, WORKING, or NONE, which takes an earlier row of the day back.",
            examples = "HOLIDAY")
        @Nullable String kind,
    @Schema(description = "Why.", examples = "National Day") @Nullable String name) {
  /** All columns. */
  static final List<String> COLUMNS = List.of("team", "date", "kind", "name");

  /** The columns that a table must have. */
  static final List<String> NEEDED = List.of("date", "kind");

  static final int LONGEST_NAME = 100;
  private static final String NONE = "NONE";
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;

  /**
   * What a row says.
   *
   * @param team the team, or {@link WorkingCalendarChanged#ORGANISATION}
   * @param day the day; none when the row takes it back
   */
  record Entry(String team, LocalDate date, Optional<WorkingDay> day) {}

  static WorkingDayRow of(CsvTable.Line line) {
    return new WorkingDayRow(
        line.optional("team"), line.optional("date"), line.optional("kind"), line.optional("name"));
  }

  /**
   * What it says.
   *
   * @throws ProblemException when it lacks something or has it in the wrong form
   */
  Entry read(Predicate<String> isTeam) {
    ProblemException faults = ProblemException.of(GoalsProblem.ROW_INVALID);
    if (team != null && !isTeam.test(team)) {
      faults.violation("/team", "team-unknown", team);
    }
    LocalDate day = readDate(faults);
    Optional<WorkingDay.Kind> known = readKind(faults);
    checkName(faults);
    if (day == null || !faults.violationCodes().isEmpty()) {
      throw faults;
    }
    return new Entry(
        team == null ? WorkingCalendarChanged.ORGANISATION : team,
        day,
        known.map(what -> new WorkingDay(day, what, name)));
  }

  private @Nullable LocalDate readDate(ProblemException faults) {
    if (date == null) {
      faults.violation("/date", "required");
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(date);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeParseException notADate) {
      // Answered below, as is a date of another age.
    }
    faults.violation("/date", "not-a-date");
    return null;
  }

  private Optional<WorkingDay.Kind> readKind(ProblemException faults) {
    if (kind == null) {
      faults.violation("/kind", "required");
      return Optional.empty();
    }
    Optional<WorkingDay.Kind> known =
        Stream.of(WorkingDay.Kind.values()).filter(one -> one.name().equals(kind)).findFirst();
    if (known.isEmpty() && !kind.equals(NONE)) {
      faults.violation("/kind", "unknown-value");
    }
    return known;
  }

  private void checkName(ProblemException faults) {
    if (name != null && name.length() > LONGEST_NAME) {
      faults.violation("/name", "too-long", LONGEST_NAME);
    }
    if (name != null && name.chars().anyMatch(Character::isISOControl)) {
      faults.violation("/name", "control-character");
    }
  }
}
