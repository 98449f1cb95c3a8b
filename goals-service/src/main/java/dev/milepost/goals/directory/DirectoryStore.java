package dev.milepost.goals.directory;

import dev.milepost.contract.ContractJson;
import dev.milepost.contract.EventType;
import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.TeamChanged;
import dev.milepost.contract.WorkingCalendarChanged;
import dev.milepost.runtime.access.VisibleOwners;
import dev.milepost.runtime.directory.DirectoryWriter;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** Writes to the directory and its topic in one transaction, and lists what is in it. */
@ApplicationScoped
class DirectoryStore {
  private final Sql sql;
  private final DirectoryWriter writer;
  private final Outbox outbox;

  DirectoryStore(Sql sql, DirectoryWriter writer, Outbox outbox) {
    this.sql = sql;
    this.writer = writer;
    this.outbox = outbox;
  }

  /**
   * Makes this transaction the only one that changes the directory: two changes that are each
   * allowed may together be a cycle.
   */
  @Transactional(TxType.MANDATORY)
  void lock() {
    sql.query("SELECT pg_advisory_xact_lock(hashtextextended('directory', 0))", row -> row);
  }

  @Transactional(TxType.MANDATORY)
  void store(ParticipantChanged participant, Cause cause) {
    writer.apply(List.of(participant));
    String key = "participant/" + participant.id();
    String id = key + "." + participant.version();
    outbox.append(new OutgoingEvent(EventType.PARTICIPANT_CHANGED, key, id, participant, cause));
  }

  @Transactional(TxType.MANDATORY)
  void store(TeamChanged team, Cause cause) {
    writer.apply(List.of(team));
    String key = "team/" + team.id();
    String id = key + "." + team.version();
    outbox.append(new OutgoingEvent(EventType.TEAM_CHANGED, key, id, team, cause));
  }

  @Transactional(TxType.MANDATORY)
  void store(WorkingCalendarChanged calendar, Cause cause) {
    writer.apply(List.of(calendar));
    String key = "working-calendar/" + calendar.team();
    String id = key + "." + calendar.version();
    outbox.append(new OutgoingEvent(EventType.WORKING_CALENDAR_CHANGED, key, id, calendar, cause));
  }

  List<ParticipantChanged> participants(VisibleOwners visible, PageRequest page) {
    return list(
        "directory_participant",
        visible.all(),
        visible.participantIds(),
        page,
        ParticipantChanged.class);
  }

  List<TeamChanged> teams(VisibleOwners visible, PageRequest page) {
    return list("directory_team", visible.all(), visible.teamIds(), page, TeamChanged.class);
  }

  private <T> List<T> list(
      String table, boolean all, Set<String> visible, PageRequest page, Class<T> type) {
    String after = page.position().map(cursor -> cursor.text(0)).orElse("");
    return sql.query(
        "SELECT data FROM " + table + " WHERE id > ? AND (? OR id = ANY (?)) ORDER BY id LIMIT ?",
        row -> read(row.text("data"), type),
        after,
        all,
        visible,
        page.fetch());
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return ContractJson.mapper().readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException("stored " + type.getSimpleName() + " is not readable", e);
    }
  }
}
