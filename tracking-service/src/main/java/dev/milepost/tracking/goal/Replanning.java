package dev.milepost.tracking.goal;

import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.runtime.directory.DirectoryChanged;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.catalogue.Goals;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.catalogue.WorkingCalendars;
import dev.milepost.tracking.milestone.Milestones;
import dev.milepost.tracking.pace.WorkingDays;
import dev.milepost.tracking.progress.Judge;
import dev.milepost.tracking.progress.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Dates the open milestones of a goal by what is expected of it now, and has it judged anew: when
 * it was told, when its owner's past became known, and when the days change on which its owner
 * works, because a working calendar did, or because the owner stands elsewhere now. The transaction
 * holds the catalogue alone.
 */
@ApplicationScoped
class Replanning {
  private final Catalogues catalogues;
  private final Goals goals;
  private final Milestones milestones;
  private final Ledger ledger;
  private final Judge judge;
  private final Clock clock;

  Replanning(
      Catalogues catalogues,
      Goals goals,
      Milestones milestones,
      Ledger ledger,
      Judge judge,
      Clock clock) {
    this.catalogues = catalogues;
    this.goals = goals;
    this.milestones = milestones;
    this.ledger = ledger;
    this.judge = judge;
    this.clock = clock;
  }

  /** Something else is expected of the goal now; where it stands is told. */
  void plan(TrackedGoal goal, Instant now) {
    plan(List.of(goal), now);
    ledger.revalue(goal, now);
  }

  private void plan(List<TrackedGoal> changed, Instant now) {
    milestones.plan(changed, now);
    judge.follow(changed);
  }

  void directoryChanged(@Observes DirectoryChanged change) {
    boolean calendarChanged = !change.workingCalendars().isEmpty();
    if (!calendarChanged && change.teams().isEmpty()) {
      return;
    }
    WorkingCalendars calendars = catalogues.workingCalendars();
    if (!calendarChanged && calendars.isEmpty()) {
      return;
    }
    List<TrackedGoal> moved =
        goals.open().stream().flatMap(goal -> moved(goal, calendars).stream()).toList();
    if (!moved.isEmpty()) {
      Instant now = clock.instant();
      goals.putWorkingDays(moved, now);
      // Of a linear goal the same is expected as before; only early and late is told by the days.
      plan(
          moved.stream().filter(goal -> goal.snapshot().profile() != Profile.LINEAR).toList(), now);
    }
  }

  private static Optional<TrackedGoal> moved(TrackedGoal goal, WorkingCalendars calendars) {
    WorkingDays days = calendars.of(goal.snapshot());
    return days.equals(goal.days()) ? Optional.empty() : Optional.of(goal.working(days));
  }
}
