package dev.milepost.tracking.exchange;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.FiscalCalendar;
import dev.milepost.contract.Grain;
import dev.milepost.contract.MetricVersion.ExchangeRate;
import java.time.Instant;
import java.time.YearMonth;

/**
 * Which period of the organisation's calendar an instant is in, as exchange rates name it.
 *
 * @param calendar the organisation's calendar
 */
record FiscalDates(FiscalCalendar calendar) {
  /** Until the organisation's calendar is told. */
  static final FiscalDates DEFAULT = of(CalendarChanged.DEFAULT);

  static FiscalDates of(CalendarChanged calendar) {
    return new FiscalDates(FiscalCalendar.of(calendar));
  }

  /**
   * PLAN: the fiscal year, of months or of weeks, as the calendar names it ({@code 2017});
   * MONTH_AVERAGE: the calendar month whatever the fiscal year is made of ({@code 2017-10}); DAY:
   * the date ({@code 2017-10-05}).
   */
  String period(ExchangeRate kind, Instant at) {
    return switch (kind) {
      case PLAN -> calendar.containing(Grain.YEAR, at).label();
      case MONTH_AVERAGE -> YearMonth.from(at.atZone(calendar.zone())).toString();
      case DAY -> calendar.containing(Grain.DAY, at).label();
    };
  }
}
