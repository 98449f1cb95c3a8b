package dev.milepost.goals.directory;

import dev.milepost.contract.Dated;
import dev.milepost.contract.FiscalCalendar;
import dev.milepost.contract.Owner;
import dev.milepost.contract.TeamChanged;
import dev.milepost.goals.calendar.Calendars;
import dev.milepost.goals.directory.Change.Status;
import dev.milepost.goals.problem.GoalsProblem;
import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.versioning.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writing and reading teams. */
@ApplicationScoped
class Teams {
  private final Directory directory;
  private final DirectoryStore store;
  private final Calendars calendars;
  private final Visibility visibility;

  Teams(Directory directory, DirectoryStore store, Calendars calendars, Visibility visibility) {
    this.directory = directory;
    this.store = store;
    this.calendars = calendars;
    this.visibility = visibility;
  }

  @Transactional
  Change<TeamChanged> put(String id, TeamRequest request, IfMatch ifMatch, Cause cause) {
    store.lock();
    IfMatches.check(ifMatch, directory.team(id).map(TeamChanged::version));
    ProblemException faults = ProblemException.of(GoalsProblem.TEAM_INVALID, id);
    FiscalCalendar calendar = calendars.fiscal();
    List<Dated> parents = DatedValue.read(request.parents(), "/parents", calendar, faults);
    List<Dated> managers = DatedValue.read(request.managers(), "/managers", calendar, faults);
    List<Dated> members = DatedValue.read(request.members(), "/members", calendar, faults);
    return write(new TeamChanged(id, 0, request.name(), parents, managers, members), cause, faults);
  }

  /** Puts one row on top of a table's rows before: what it does not mention stays as it was. */
  void take(TeamRow row, Fold<TeamChanged> table, TeamRules rules) {
    ProblemException faults = ProblemException.of(GoalsProblem.TEAM_INVALID, row.id());
    Timeline.Span span = row.span().read(calendars.fiscal(), faults);
    refuseIfAny(faults);
    TeamChanged before =
        table
            .find(row.id())
            .orElse(new TeamChanged(row.id(), 0, "", List.of(), List.of(), List.of()));
    List<Dated> members = before.members();
    for (String member : row.members()) {
      members = Timeline.include(members, member, span);
    }
    TeamChanged after =
        new TeamChanged(
            row.id(),
            before.version(),
            row.name(),
            overwritten(before.parents(), row.parent(), span),
            overwritten(before.managers(), row.manager(), span),
            members);
    rules.check(after, faults);
    refuseIfAny(faults);
    table.put(row.id(), after);
  }

  TeamChanged get(String id) {
    return directory
        .team(id)
        .filter(found -> visibility.ofProgress().includes(Owner.team(id)))
        .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }

  Page<TeamChanged> list(PageRequest page) {
    List<TeamChanged> rows = store.teams(visibility.ofProgress(), page);
    return Page.of(rows, page, team -> Cursor.of(team.id()));
  }

  private Change<TeamChanged> write(TeamChanged wanted, Cause cause, ProblemException faults) {
    new TeamRules(directory::team, id -> directory.participant(id).isPresent())
        .check(wanted, faults);
    refuseIfAny(faults);
    Optional<TeamChanged> before = directory.team(wanted.id());
    long version = before.map(TeamChanged::version).orElse(0L);
    if (before.equals(Optional.of(withVersion(wanted, version)))) {
      return new Change<>(before.get(), Status.UNCHANGED);
    }
    TeamChanged after = withVersion(wanted, version + 1);
    store.store(after, cause);
    return new Change<>(after, version == 0 ? Status.CREATED : Status.UPDATED);
  }

  /** The same under the next version's number. */
  static TeamChanged next(TeamChanged changed) {
    return withVersion(changed, changed.version() + 1);
  }

  private static void refuseIfAny(ProblemException faults) {
    if (!faults.violationCodes().isEmpty()) {
      throw faults;
    }
  }

  private static List<Dated> overwritten(
      List<Dated> before, @Nullable String value, Timeline.Span span) {
    return value == null ? before : Timeline.overwrite(before, value, span);
  }

  private static TeamChanged withVersion(TeamChanged team, long version) {
    return new TeamChanged(
        team.id(), version, team.name(), team.parents(), team.managers(), team.members());
  }
}
