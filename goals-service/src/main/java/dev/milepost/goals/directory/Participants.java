package dev.milepost.goals.directory;

import dev.milepost.contract.Dated;
import dev.milepost.contract.Owner;
import dev.milepost.contract.ParticipantChanged;
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

/** Writing and reading participants. */
@ApplicationScoped
class Participants {
  private final Directory directory;
  private final DirectoryStore store;
  private final Calendars calendars;
  private final Visibility visibility;

  Participants(
      Directory directory, DirectoryStore store, Calendars calendars, Visibility visibility) {
    this.directory = directory;
    this.store = store;
    this.calendars = calendars;
    this.visibility = visibility;
  }

  @Transactional
  Change<ParticipantChanged> put(
      String id, ParticipantRequest request, IfMatch ifMatch, Cause cause) {
    store.lock();
    Optional<ParticipantChanged> before = directory.participant(id);
    IfMatches.check(ifMatch, before.map(ParticipantChanged::version));
    ProblemException faults = ProblemException.of(GoalsProblem.PARTICIPANT_INVALID, id);
    List<Dated> roles = DatedValue.read(request.roles(), "/roles", calendars.fiscal(), faults);
    return write(id, request.name(), roles, !Boolean.FALSE.equals(request.active()), cause, faults);
  }

  /** Puts one row on top of a table's rows before: what it does not mention stays as it was. */
  void take(ParticipantRow row, Fold<ParticipantChanged> table) {
    ProblemException faults = ProblemException.of(GoalsProblem.PARTICIPANT_INVALID, row.id());
    Timeline.Span span = row.span().read(calendars.fiscal(), faults);
    refuseIfAny(faults);
    ParticipantChanged before =
        table
            .find(row.id())
            .orElseGet(() -> new ParticipantChanged(row.id(), 0, row.name(), List.of(), true));
    List<Dated> roles =
        row.role() == null ? before.roles() : Timeline.overwrite(before.roles(), row.role(), span);
    if (roles.size() > ParticipantRequest.MOST_ROLES) {
      faults.violation("/role", "too-many", ParticipantRequest.MOST_ROLES);
    }
    refuseIfAny(faults);
    boolean active = row.active() == null ? before.active() : row.active();
    table.put(
        row.id(), new ParticipantChanged(row.id(), before.version(), row.name(), roles, active));
  }

  ParticipantChanged get(String id) {
    return directory
        .participant(id)
        .filter(found -> visibility.ofProgress().includes(Owner.participant(id)))
        .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }

  Page<ParticipantChanged> list(PageRequest page) {
    List<ParticipantChanged> rows = store.participants(visibility.ofProgress(), page);
    return Page.of(rows, page, participant -> Cursor.of(participant.id()));
  }

  private Change<ParticipantChanged> write(
      String id,
      String name,
      List<Dated> roles,
      boolean active,
      Cause cause,
      ProblemException faults) {
    Timeline.firstOverlap(roles)
        .ifPresent(index -> faults.violation("/roles/" + index, "overlaps"));
    refuseIfAny(faults);
    Optional<ParticipantChanged> before = directory.participant(id);
    long version = before.map(ParticipantChanged::version).orElse(0L);
    if (before.equals(Optional.of(new ParticipantChanged(id, version, name, roles, active)))) {
      return new Change<>(before.get(), Status.UNCHANGED);
    }
    ParticipantChanged after = next(new ParticipantChanged(id, version, name, roles, active));
    store.store(after, cause);
    return new Change<>(after, version == 0 ? Status.CREATED : Status.UPDATED);
  }

  /** The same under the next version's number. */
  static ParticipantChanged next(ParticipantChanged changed) {
    return new ParticipantChanged(
        changed.id(), changed.version() + 1, changed.name(), changed.roles(), changed.active());
  }

  private static void refuseIfAny(ProblemException faults) {
    if (!faults.violationCodes().isEmpty()) {
      throw faults;
    }
  }
}
