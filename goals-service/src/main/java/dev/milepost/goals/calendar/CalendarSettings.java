package dev.milepost.goals.calendar;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.Period;
import dev.milepost.contract.YearEnd;
import dev.milepost.contract.YearKind;
import dev.milepost.runtime.versioning.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client says the fiscal calendar is. */
@Schema(name = "CalendarSettings")
record CalendarSettings(
    @Schema(description = "IANA name of the organisation's time zone.", examples = "UTC") @NotBlank
        String zone,
    @Schema(
            description =
                "First month of the fiscal year. A year of weeks ends near the end of the month"
                    + " before it.",
            examples = "1")
        @NotNull
        @Min(1)
        @Max(12)
        Integer yearStartMonth,
    @Schema(
            description = "First day of the week, and of a year of weeks. Default: MONDAY.",
            examples = "MONDAY")
        @Nullable DayOfWeek weekStart,
    @Schema(description = "Periods with names of their own. Default: none.")
        @Nullable
        @Size(max = 500)
        List<@NotNull @Valid CustomPeriod> customPeriods,
    @Schema(
            description =
                "What the fiscal year is made of: calendar months, or quarters of 13 weeks in three"
                    + " periods. Default: MONTHS.",
            examples = "MONTHS")
        @Nullable YearKind kind,
    @Schema(
            description =
                "Where a year of weeks ends: on the last weekday before `weekStart` of the month"
                    + " before `yearStartMonth`, or on the one nearest to the end of that month."
                    + " Needed with years of weeks, not allowed with months.")
        @Nullable YearEnd yearEnd,
    @Schema(
            description =
                "The period, 1 to 12, that a 53rd week belongs to. Default: 12, the last one of"
                    + " Q4. Not allowed with months.")
        @Nullable
        @Min(1)
        @Max(12)
        Integer leapWeekPeriod) {

  /** A period with a name of its own. */
  @Schema(name = "CustomPeriod")
  record CustomPeriod(
      @Schema(examples = "double-eleven") @NotBlank @Size(max = 60) String label,
      @Schema(description = "Date or instant: its first instant.", examples = "2017-11-01")
          @NotBlank
          String start,
      @Schema(description = "Date or instant: the first instant after it.", examples = "2017-11-12")
          @NotBlank
          String end) {}

  /** The fiscal calendar as clients see it. */
  @Schema(name = "Calendar")
  record View(
      String id,
      long version,
      String zone,
      int yearStartMonth,
      DayOfWeek weekStart,
      List<PeriodView> customPeriods,
      YearKind kind,
      @Schema(description = "Absent with months.") @Nullable YearEnd yearEnd,
      @Schema(description = "Absent with months.") @Nullable Integer leapWeekPeriod)
      implements Versioned {

    static View of(CalendarChanged calendar) {
      return new View(
          calendar.id(),
          calendar.version(),
          calendar.zone(),
          calendar.yearStartMonth(),
          calendar.weekStart(),
          calendar.customPeriods().stream().map(PeriodView::of).toList(),
          calendar.kind() == null ? YearKind.MONTHS : calendar.kind(),
          calendar.yearEnd(),
          calendar.leapWeekPeriod());
    }
  }

  /** A period as clients see it: half-open, from start to before end. */
  @Schema(name = "Period")
  record PeriodView(
      @Schema(examples = "2017-Q4") String label,
      @Schema(examples = "2017-10-01T00:00:00Z") Instant start,
      @Schema(examples = "2018-01-01T00:00:00Z") Instant end) {

    static PeriodView of(Period period) {
      return new PeriodView(period.label(), period.start(), period.end());
    }
  }
}
