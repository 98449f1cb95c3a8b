package dev.milepost.runtime.directory;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.Dated;
import dev.milepost.contract.Event;
import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.TeamChanged;
import dev.milepost.contract.WorkingCalendarChanged;
import dev.milepost.runtime.event.EventWriter;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the directory up to date. An older version than the one stored changes nothing. */
@ApplicationScoped
public class DirectoryWriter {
  private final Sql sql;
  private final Directory directory;
  private final jakarta.enterprise.event.Event<DirectoryChanging> changing;
  private final jakarta.enterprise.event.Event<DirectoryChanged> changed;

  DirectoryWriter(
      Sql sql,
      Directory directory,
      jakarta.enterprise.event.Event<DirectoryChanging> changing,
      jakarta.enterprise.event.Event<DirectoryChanged> changed) {
    this.sql = sql;
    this.directory = directory;
    this.changing = changing;
    this.changed = changed;
  }

  /** Takes over the newer ones among the changes, in their order; other events are left out. */
  @Transactional(TxType.MANDATORY)
  public void apply(List<? extends Event> changes) {
    changing.fire(new DirectoryChanging());
    DirectoryChanged done =
        new DirectoryChanged(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Event change : changes) {
      switch (change) {
        case ParticipantChanged participant -> apply(participant, done.participants());
        case TeamChanged team -> apply(team, done.teams());
        case CalendarChanged calendar -> apply(calendar);
        case WorkingCalendarChanged calendar -> apply(calendar, done.workingCalendars());
        default -> throw new IllegalArgumentException("not of the directory: " + change.getClass());
      }
    }
    changed.fire(done);
  }

  private void apply(
      ParticipantChanged change, List<DirectoryChanged.Change<ParticipantChanged>> done) {
    Optional<ParticipantChanged> before = directory.participant(change.id());
    int changedRows =
        sql.update(
            """
        INSERT INTO directory_participant AS old (id, version, name, active, data)
        VALUES (?, ?, ?, ?, ?::jsonb)
        ON CONFLICT (id) DO UPDATE
        SET version = excluded.version, name = excluded.name, active = excluded.active,
            data = excluded.data
        WHERE old.version < excluded.version
        """,
            change.id(),
            change.version(),
            change.name(),
            change.active(),
            json(change));
    if (changedRows == 1) {
      done.add(new DirectoryChanged.Change<>(before.orElse(null), change));
    }
  }

  private void apply(TeamChanged change, List<DirectoryChanged.Change<TeamChanged>> done) {
    Optional<TeamChanged> before = directory.team(change.id());
    int changedRows =
        sql.update(
            """
            INSERT INTO directory_team AS old (id, version, name, data) VALUES (?, ?, ?, ?::jsonb)
            ON CONFLICT (id) DO UPDATE
            SET version = excluded.version, name = excluded.name, data = excluded.data
            WHERE old.version < excluded.version
            """,
            change.id(),
            change.version(),
            change.name(),
            json(change));
    if (changedRows == 1) {
      done.add(new DirectoryChanged.Change<>(before.orElse(null), change));
      sql.update("DELETE FROM directory_tie WHERE team_id = ?", change.id());
      tie(change.id(), "PARENT", change.parents());
      tie(change.id(), "MANAGER", change.managers());
      tie(change.id(), "MEMBER", change.members());
    }
  }

  private void apply(CalendarChanged change) {
    put("directory_calendar", "id", change.id(), change.version(), change);
  }

  private void apply(
      WorkingCalendarChanged change, List<DirectoryChanged.Change<WorkingCalendarChanged>> done) {
    Optional<WorkingCalendarChanged> before = directory.workingCalendar(change.team());
    int changedRows =
        put("directory_working_calendar", "team_id", change.team(), change.version(), change);
    if (changedRows == 1) {
      done.add(new DirectoryChanged.Change<>(before.orElse(null), change));
    }
  }

  private int put(String table, String key, String id, long version, Event change) {
    return sql.update(
        """
        INSERT INTO %1$s AS old (%2$s, version, data) VALUES (?, ?, ?::jsonb)
        ON CONFLICT (%2$s) DO UPDATE SET version = excluded.version, data = excluded.data
        WHERE old.version < excluded.version
        """
            .formatted(table, key),
        id,
        version,
        json(change));
  }

  private void tie(String teamId, String kind, List<Dated> others) {
    sql.update(
        """
        INSERT INTO directory_tie (team_id, kind, other_id, valid_from, valid_to)
        SELECT ?, ?, other_id, coalesce(valid_from, '-infinity'), coalesce(valid_to, 'infinity')
        FROM unnest(?::text[], ?::timestamptz[], ?::timestamptz[]) AS tie (other_id, valid_from, valid_to)
        """,
        teamId,
        kind,
        others.stream().map(Dated::value).toArray(String[]::new),
        others.stream().map(Dated::from).toArray(Instant[]::new),
        others.stream().map(Dated::to).toArray(Instant[]::new));
  }

  private static String json(Event change) {
    return new String(EventWriter.data(change), StandardCharsets.UTF_8);
  }
}
