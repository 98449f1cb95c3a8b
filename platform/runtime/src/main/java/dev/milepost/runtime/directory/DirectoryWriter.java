package dev.milepost.runtime.directory;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.Dated;
import dev.milepost.contract.Event;
import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.TeamChanged;
import dev.milepost.runtime.event.EventWriter;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Brings the directory up to date. An older version than the one stored changes nothing. */
@ApplicationScoped
public class DirectoryWriter {
  private final Sql sql;
  private final jakarta.enterprise.event.Event<DirectoryChanging> changing;

  DirectoryWriter(Sql sql, jakarta.enterprise.event.Event<DirectoryChanging> changing) {
    this.sql = sql;
    this.changing = changing;
  }

  /** Takes over the newer ones among the changes, in their order; other events are left out. */
  @Transactional(TxType.MANDATORY)
  public void apply(List<? extends Event> changes) {
    changing.fire(new DirectoryChanging());
    for (Event change : changes) {
      switch (change) {
        case ParticipantChanged participant -> apply(participant);
        case TeamChanged team -> apply(team);
        case CalendarChanged calendar -> apply(calendar);
        default -> throw new IllegalArgumentException("not of the directory: " + change.getClass());
      }
    }
  }

  private void apply(ParticipantChanged change) {
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
  }

  private void apply(TeamChanged change) {
    int changed =
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
    if (changed == 1) {
      sql.update("DELETE FROM directory_tie WHERE team_id = ?", change.id());
      tie(change.id(), "PARENT", change.parents());
      tie(change.id(), "MANAGER", change.managers());
      tie(change.id(), "MEMBER", change.members());
    }
  }

  private void apply(CalendarChanged change) {
    sql.update(
        """
        INSERT INTO directory_calendar AS old (id, version, data) VALUES (?, ?, ?::jsonb)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, data = excluded.data
        WHERE old.version < excluded.version
        """,
        change.id(),
        change.version(),
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
