package dev.milepost.tracking.progress;

import dev.milepost.contract.EventType;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.milestone.Standing;
import dev.milepost.tracking.pace.Way;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A goal that a transaction did something to.
 *
 * @param goal the goal
 * @param account its account, locked
 * @param earliest when the earliest of what was booked occurred; {@link Instant#MAX} when nothing
 *     was, and only time is looked at
 * @param cause why; of many sales the last
 */
record Touched(TrackedGoal goal, Account account, Instant earliest, Cause cause) {

  /** The goals that these entries were booked to. */
  static Collection<Touched> by(List<Entry> entries, Map<Long, Account> accounts) {
    Map<Long, Touched> touched = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Account account = Objects.requireNonNull(accounts.get(entry.goal().no()));
      Instant occurredAt = entry.line().occurredAt();
      Cause cause = entry.line().credit().effect();
      touched.merge(
          entry.goal().no(),
          new Touched(entry.goal(), account, occurredAt, cause),
          (old, last) ->
              old.earliest.isBefore(last.earliest)
                  ? new Touched(last.goal, last.account, old.earliest, last.cause)
                  : last);
    }
    return touched.values();
  }

  Followed followed() {
    return Followed.of(goal, account.state());
  }

  /** Whether milestones may still change. */
  boolean isOpen() {
    return account.isOpen(goal);
  }

  /** Whether time alone may change its attainment. */
  boolean isTimed() {
    return Way.of(goal.snapshot().metric()).isTimed();
  }

  Standing standing(Measured measured) {
    return new Standing(
        goal, measured.actual(), measured.attainment(), account.sequence(), earliest, cause);
  }

  OutgoingEvent progress(Measured measured) {
    return progress(account.tell(goal.snapshot(), measured), cause);
  }

  static OutgoingEvent progress(ProgressRecorded told, Cause cause) {
    String id = told.goalId() + ":" + told.version();
    return new OutgoingEvent(EventType.PROGRESS_RECORDED, told.goalId(), id, told, cause);
  }
}
