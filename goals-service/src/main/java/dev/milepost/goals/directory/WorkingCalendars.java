package dev.milepost.goals.directory;

import dev.milepost.contract.Owner;
import dev.milepost.contract.WorkingCalendarChanged;
import dev.milepost.contract.WorkingDay;
import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** On which days each team works: taking in tables, and reading. */
@ApplicationScoped
class WorkingCalendars {
  private final Directory directory;
  private final DirectoryStore store;
  private final Visibility visibility;
  private final Problems problems;

  WorkingCalendars(
      Directory directory, DirectoryStore store, Visibility visibility, Problems problems) {
    this.directory = directory;
    this.store = store;
    this.visibility = visibility;
    this.problems = problems;
  }

  /** Takes in a table of rows in their order; a row that is refused does not refuse others. */
  @Transactional
  Page<WorkingDayView.Imported> take(List<WorkingDayRow> rows, Cause cause) {
    List<Supplier<WorkingDayRow>> given = new ArrayList<>();
    rows.forEach(row -> given.add(() -> row));
    return takeAll(given, cause);
  }

  /** The same from CSV. */
  @Transactional
  Page<WorkingDayView.Imported> takeCsv(String csv, Cause cause) {
    List<CsvTable.Line> lines = CsvTable.read(csv, WorkingDayRow.NEEDED, WorkingDayRow.COLUMNS);
    List<Supplier<WorkingDayRow>> given = new ArrayList<>();
    for (CsvTable.Line line : lines) {
      given.add(
          () -> {
            line.requireSound();
            return WorkingDayRow.of(line);
          });
    }
    return takeAll(given, cause);
  }

  private Page<WorkingDayView.Imported> takeAll(List<Supplier<WorkingDayRow>> rows, Cause cause) {
    store.lock();
    Map<String, WorkingDays> table = new LinkedHashMap<>();
    List<WorkingDayView.Imported> items = new ArrayList<>();
    for (Supplier<WorkingDayRow> row : rows) {
      items.add(item(items.size() + 1, row, table));
    }
    table.values().stream()
        .flatMap(days -> days.changed().stream())
        .forEach(changed -> store.store(changed, cause));
    return new Page<>(items, null);
  }

  private WorkingDayView.Imported item(
      int number, Supplier<WorkingDayRow> row, Map<String, WorkingDays> table) {
    try {
      WorkingDayRow.Entry entry = row.get().read(team -> directory.team(team).isPresent());
      WorkingDays days = table.computeIfAbsent(entry.team(), team -> new WorkingDays(stored(team)));
      Change.Status status = days.take(entry);
      return new WorkingDayView.Imported(
          number, WorkingDayView.team(entry.team()), entry.date(), status, null);
    } catch (ProblemException refused) {
      return new WorkingDayView.Imported(
          number, null, null, Change.Status.REFUSED, problems.describe(refused));
    }
  }

  /** The rows of a team, or of the organisation, by date; of one year or of all. */
  Page<WorkingDayView> list(@Nullable String team, @Nullable Integer year, PageRequest page) {
    String whose = team == null ? WorkingCalendarChanged.ORGANISATION : team;
    if (team != null && !isVisible(team)) {
      throw ProblemException.of(CommonProblem.NOT_FOUND);
    }
    LocalDate after = page.position().map(cursor -> cursor.date(0)).orElse(LocalDate.MIN);
    List<WorkingDay> days =
        stored(whose).days().stream()
            .filter(day -> day.date().isAfter(after))
            .filter(day -> year == null || day.date().getYear() == year)
            .limit(page.fetch())
            .toList();
    return Page.of(days, page, day -> Cursor.of(day.date()))
        .map(day -> WorkingDayView.of(whose, day));
  }

  private boolean isVisible(String team) {
    return directory.team(team).isPresent() && visibility.ofProgress().includes(Owner.team(team));
  }

  private WorkingCalendarChanged stored(String team) {
    return directory.workingCalendar(team).orElse(new WorkingCalendarChanged(team, 0, List.of()));
  }
}
