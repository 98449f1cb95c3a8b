package dev.milepost.goals.directory;

import dev.milepost.contract.WorkingCalendarChanged;
import dev.milepost.contract.WorkingDay;
import dev.milepost.runtime.problem.Problem;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dated row of a working calendar as clients see it. */
@Schema(name = "WorkingDay")
record WorkingDayView(
    @Schema(description = "Id of the team. Absent: the organisation.", examples = "west")
        @Nullable String team,
    @Schema(examples = "2017-10-02") LocalDate date,
    @Schema(description = "Whether people work.", examples = "HOLIDAY") WorkingDay.Kind kind,
    @Schema(description = "Why.", examples = "National Day") @Nullable String name) {

  static WorkingDayView of(String team, WorkingDay day) {
    return new WorkingDayView(team(team), day.date(), day.kind(), day.name());
  }

  static @Nullable String team(String team) {
    return team.equals(WorkingCalendarChanged.ORGANISATION) ? null : team;
  }

  /** What became of a row. */
  @Schema(name = "ImportedWorkingDay")
  record Imported(
      @Schema(description = "Number of the row, from 1, the header not counted.", examples = "1")
          int row,
      @Schema(description = "Id of the team. Absent: the organisation.", examples = "west")
          @Nullable String team,
      @Schema(description = "The day; absent when the row was refused.", examples = "2017-10-02")
          @Nullable LocalDate date,
      @Schema(description = "What became of the team's row for this day; or REFUSED.")
          Change.Status status,
      @Schema(description = "Why it was refused.") @Nullable Problem problem) {}
}
