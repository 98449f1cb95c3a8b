package dev.milepost.tracking.catalogue;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import dev.milepost.contract.WorkingCalendarChanged;
import dev.milepost.contract.WorkingDay;
import dev.milepost.tracking.pace.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * On which days the owners of goals work. Each day is asked for by itself: of the teams that the
 * owner belongs to on that day, the nearest one whose calendar has rows of the day's year knows,
 * and the organisation's where no team has. In a calendar with rows of the year, a day without one
 * is as Monday to Friday has it.
 *
 * <p>Made for one pass over goals: it remembers what it found, and is not thread-safe.
 */
public final class WorkingCalendars {
  private final Map<String, Map<Integer, Map<LocalDate, WorkingDay.Kind>>> years = new HashMap<>();
  private final Hierarchy hierarchy;
  private final Map<Asked, WorkingDays> found = new HashMap<>();

  private record Asked(Owner owner, Instant start, Instant end, String zone) {}

  WorkingCalendars(List<WorkingCalendarChanged> calendars, Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    for (WorkingCalendarChanged calendar : calendars) {
      Map<Integer, Map<LocalDate, WorkingDay.Kind>> ofTeam = new HashMap<>();
      for (WorkingDay day : calendar.days()) {
        ofTeam
            .computeIfAbsent(day.date().getYear(), year -> new HashMap<>())
            .put(day.date(), day.kind());
      }
      years.put(calendar.team(), ofTeam);
    }
  }

  /** Whether nobody has a working calendar. */
  public boolean isEmpty() {
    return years.isEmpty();
  }

  /** The days on which the goal's owner works in its period. */
  public WorkingDays of(GoalSnapshot goal) {
    return of(goal.owner(), goal.period(), goal.zone());
  }

  /** The days on which an owner works in a period. */
  public WorkingDays of(Owner owner, Period period, String zone) {
    return isEmpty()
        ? WorkingDays.ASSUMED
        : found.computeIfAbsent(
            new Asked(owner, period.start(), period.end(), zone),
            asked -> days(owner, period, ZoneId.of(zone)));
  }

  private WorkingDays days(Owner owner, Period period, ZoneId zone) {
    Set<LocalDate> exceptions = new HashSet<>();
    boolean assumed = false;
    LocalDate last = LocalDate.ofInstant(period.end().minusNanos(1), zone);
    for (LocalDate day = LocalDate.ofInstant(period.start(), zone);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      Optional<Map<LocalDate, WorkingDay.Kind>> year =
          yearOf(owner, day, day.atStartOfDay(zone).toInstant());
      assumed |= year.isEmpty();
      if (year.isPresent() && isException(year.get().get(day), day)) {
        exceptions.add(day);
      }
    }
    return new WorkingDays(exceptions, assumed);
  }

  private static boolean isException(WorkingDay.@Nullable Kind kind, LocalDate day) {
    return kind != null && (kind == WorkingDay.Kind.WORKING) != WorkingDays.isWeekday(day);
  }

  /** The rows that hold for the owner in the year of a day. */
  private Optional<Map<LocalDate, WorkingDay.Kind>> yearOf(Owner owner, LocalDate day, Instant at) {
    List<String> teams =
        switch (owner.type()) {
          case PARTICIPANT -> hierarchy.teamsOf(owner.id(), at);
          case TEAM -> hierarchy.teamsFrom(owner.id(), at);
        };
    return Stream.concat(teams.stream(), Stream.of(WorkingCalendarChanged.ORGANISATION))
        .flatMap(team -> Stream.ofNullable(years.get(team)))
        .flatMap(ofTeam -> Stream.ofNullable(ofTeam.get(day.getYear())))
        .findFirst();
  }
}
