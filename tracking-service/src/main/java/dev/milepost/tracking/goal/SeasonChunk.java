package dev.milepost.tracking.goal;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.FiscalCalendar;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.Period;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.catalogue.MetricCurrency;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.catalogue.WorkingCalendars;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.credit.PastCredits;
import dev.milepost.tracking.exchange.Amounts;
import dev.milepost.tracking.exchange.Exchange;
import dev.milepost.tracking.goal.SeasonRows.Task;
import dev.milepost.tracking.pace.SeasonalCurve;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Looks through the credits that the owner of a goal had in comparable periods, a chunk at a time.
 * The goal's own metric says what counted, so the rates that a sale was counted by are used again;
 * a sale that lacks one is left out.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class SeasonChunk {
  private final Catalogues catalogues;
  private final PastCredits credits;
  private final Exchange exchange;
  private final Directory directory;

  SeasonChunk(Catalogues catalogues, PastCredits credits, Exchange exchange, Directory directory) {
    this.catalogues = catalogues;
    this.credits = credits;
    this.exchange = exchange;
    this.directory = directory;
  }

  /** The comparable periods of a goal. */
  List<Period> periods(TrackedGoal goal, Task task) {
    FiscalCalendar calendar =
        FiscalCalendar.of(directory.calendar().orElse(CalendarChanged.DEFAULT));
    return ComparablePeriods.of(goal.snapshot().period(), calendar, task.asOf());
  }

  /** What counted so far. */
  PastSales past(TrackedGoal goal, List<Period> periods, Task task) {
    GoalSnapshot snapshot = goal.snapshot();
    WorkingCalendars calendars = catalogues.workingCalendars();
    return new PastSales(
        periods,
        ZoneId.of(snapshot.zone()),
        period -> calendars.of(snapshot.owner(), period, snapshot.zone()),
        task.sums(),
        task.first());
  }

  /** Takes in the next credits. */
  Task next(TrackedGoal goal, PastSales past, Task task) {
    TrackedGoal before = goal.over(past.span());
    PastCredits.Chunk chunk = credits.of(before, task.done(), task.mark());
    MetricVersion metric = goal.snapshot().metric();
    Amounts amounts =
        exchange.amounts(
            chunk.credits().stream().map(Credit::sale).toList(),
            MetricCurrency.of(metric).stream().collect(Collectors.toSet()));
    for (Credit credit : chunk.credits()) {
      if (credit.mayCountFor(before)) {
        goal.measure()
            .of(
                credit.sale().type().typeName(),
                credit.sale().data(),
                amounts.of(credit.sale(), metric))
            .map(whole -> whole.change(credit.leftBefore(), credit.left()))
            .ifPresent(change -> past.add(credit.occurredAt(goal.returns()), change.numerator()));
      }
    }
    return task.after(past, chunk.upTo());
  }

  /** Whether so few periods are known that nothing can be said. */
  static boolean areTooFew(List<Period> periods) {
    return periods.size() < SeasonalCurve.LEAST_PERIODS;
  }
}
