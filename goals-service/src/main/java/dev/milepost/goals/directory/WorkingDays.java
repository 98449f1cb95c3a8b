package dev.milepost.goals.directory;

import dev.milepost.contract.WorkingCalendarChanged;
import dev.milepost.contract.WorkingDay;
import dev.milepost.goals.problem.GoalsProblem;
import dev.milepost.runtime.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The days of one team while a table is read: as stored, then with the rows so far. */
final class WorkingDays {
  /** So many fit into one event even if each has the longest of names. */
  static final int MOST = 2_000;

  private final long version;
  private final String team;
  private final List<WorkingDay> before;
  private final TreeMap<LocalDate, WorkingDay> after = new TreeMap<>();

  WorkingDays(WorkingCalendarChanged stored) {
    this.version = stored.version();
    this.team = stored.team();
    this.before = stored.days();
    before.forEach(day -> after.put(day.date(), day));
  }

  /** Puts a row on top of those before; answers what becomes of its day by it. */
  Change.Status take(WorkingDayRow.Entry row) {
    Optional<WorkingDay> old = Optional.ofNullable(after.get(row.date()));
    if (old.equals(row.day())) {
      return Change.Status.UNCHANGED;
    }
    if (old.isEmpty() && after.size() == MOST) {
      throw ProblemException.of(GoalsProblem.ROW_INVALID).violation("/date", "too-many", MOST);
    }
    row.day().ifPresentOrElse(day -> after.put(day.date(), day), () -> after.remove(row.date()));
    return old.isEmpty() ? Change.Status.CREATED : Change.Status.UPDATED;
  }

  /** The next version, if the rows change anything by all together. */
  Optional<WorkingCalendarChanged> changed() {
    List<WorkingDay> days = List.copyOf(after.values());
    return days.equals(before)
        ? Optional.empty()
        : Optional.of(new WorkingCalendarChanged(team, version + 1, days));
  }
}
