package dev.milepost.analytics.trend;

import dev.milepost.analytics.measure.Metrics;
import dev.milepost.analytics.problem.AnalyticsProblem;
import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.FiscalCalendar;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Answers how a metric went over time. */
@ApplicationScoped
class Trends {
  private static final int MOST_POINTS = 500;
  private static final int USUAL_POINTS = 12;

  private final TrendAccess access;
  private final Metrics metrics;
  private final Directory directory;
  private final TrendSums sums;
  private final Clock clock;

  Trends(TrendAccess access, Metrics metrics, Directory directory, TrendSums sums, Clock clock) {
    this.access = access;
    this.metrics = metrics;
    this.directory = directory;
    this.sums = sums;
    this.clock = clock;
  }

  /** The trend that is asked for, read from one snapshot of the database. */
  @Transactional
  Trend read(TrendQuery query) {
    sums.freeze();
    Owner owner = query.who();
    if (!access.mayRead(owner)) {
      throw ProblemException.of(CommonProblem.NOT_FOUND);
    }
    Metrics.Measured metric =
        metrics
            .find(String.valueOf(query.metric()))
            .orElseThrow(() -> ProblemException.of(AnalyticsProblem.METRIC_UNKNOWN));
    Instant now = clock.instant();
    List<Period> periods = periods(query, now);
    MetricVersion version = metric.version();
    Fold fold = new Fold(version, sums.firstSale(version, owner), now);
    return new Trend(
        version.key(),
        version.version(),
        version.unit(),
        owner,
        query.grain(),
        fold.points(periods, sums.of(version, owner, periods)),
        now,
        !metric.complete());
  }

  private List<Period> periods(TrendQuery query, Instant now) {
    FiscalCalendar calendar =
        FiscalCalendar.of(directory.calendar().orElse(CalendarChanged.DEFAULT));
    Periods ofGrain = new Periods(calendar, query.grain());
    Instant to =
        query.to() == null
            ? calendar.containing(query.grain(), now).end()
            : calendar.startOf(query.to());
    Instant from =
        query.from() == null
            ? ofGrain.startBefore(to, USUAL_POINTS)
            : calendar.startOf(query.from());
    if (!from.isBefore(to)) {
      throw fault("not-before", "to");
    }
    List<Period> periods = ofGrain.covering(from, to, MOST_POINTS);
    if (periods.size() > MOST_POINTS) {
      throw fault("too-many-points", MOST_POINTS);
    }
    return periods;
  }

  private static ProblemException fault(String code, Object argument) {
    return ProblemException.of(CommonProblem.INVALID_REQUEST).parameter("from", code, argument);
  }
}
