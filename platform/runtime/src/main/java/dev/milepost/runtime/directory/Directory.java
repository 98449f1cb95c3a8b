package dev.milepost.runtime.directory;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.TeamChanged;
import dev.milepost.contract.WorkingCalendarChanged;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sales hierarchy as this service knows it. */
@ApplicationScoped
public class Directory {
  /** Ties that hold at an instant; takes that instant twice. */
  private static final String HOLDS = " valid_from <= ? AND valid_to > ? ";

  private final Sql sql;

  Directory(Sql sql) {
    this.sql = sql;
  }

  /** The participant as last told. */
  public Optional<ParticipantChanged> participant(String id) {
    return stored("directory_participant", id, ParticipantChanged.class);
  }

  /** The team as last told. */
  public Optional<TeamChanged> team(String id) {
    return stored("directory_team", id, TeamChanged.class);
  }

  /** The organisation's fiscal calendar as last told. */
  public Optional<CalendarChanged> calendar() {
    return stored("directory_calendar", CalendarChanged.FISCAL, CalendarChanged.class);
  }

  /** The working calendar of the team, or of the organisation, as last told. */
  public Optional<WorkingCalendarChanged> workingCalendar(String team) {
    return sql.queryOne(
        "SELECT data FROM directory_working_calendar WHERE team_id = ?",
        row -> read(row.text("data"), WorkingCalendarChanged.class),
        team);
  }

  /** All working calendars, by team. */
  public List<WorkingCalendarChanged> workingCalendars() {
    return sql.query(
        "SELECT data FROM directory_working_calendar ORDER BY team_id",
        row -> read(row.text("data"), WorkingCalendarChanged.class));
  }

  /** All teams, each with everything that was ever valid. */
  public List<TeamChanged> teams() {
    return sql.query(
        "SELECT data FROM directory_team ORDER BY id",
        row -> read(row.text("data"), TeamChanged.class));
  }

  /** All participants, each with every role that was ever held. */
  public List<ParticipantChanged> participants() {
    return sql.query(
        "SELECT data FROM directory_participant ORDER BY id",
        row -> read(row.text("data"), ParticipantChanged.class));
  }

  /** The participant's own teams at the instant, then the teams above them up to the root. */
  public List<String> teamsOf(String participantId, Instant at) {
    return climb(
        "SELECT team_id, 0 FROM directory_tie WHERE kind = 'MEMBER' AND other_id = ?",
        participantId,
        at);
  }

  /**
   * The teams that the participant is a member or the manager of at the instant, then the teams
   * above them up to the root.
   */
  public List<String> lineOf(String participantId, Instant at) {
    return climb(
        "SELECT team_id, 0 FROM directory_tie WHERE kind IN ('MEMBER', 'MANAGER') AND other_id = ?",
        participantId,
        at);
  }

  /** The teams above a team at the instant, the nearest first; without the team itself. */
  public List<String> teamsAbove(String teamId, Instant at) {
    List<String> above =
        climb(
            "SELECT other_id, 0 FROM directory_tie WHERE kind = 'PARENT' AND team_id = ?",
            teamId,
            at);
    return above.stream().filter(team -> !team.equals(teamId)).toList();
  }

  /** The teams that the participant manages directly, then the teams above them up to the root. */
  public List<String> teamsManagedBy(String managerId, Instant at) {
    return climb(
        "SELECT team_id, 0 FROM directory_tie WHERE kind = 'MANAGER' AND other_id = ?",
        managerId,
        at);
  }

  /** The teams that stand below no other at the instant. */
  public List<String> roots(Instant at) {
    return sql.query(
        "SELECT id FROM directory_team WHERE NOT EXISTS (SELECT FROM directory_tie"
            + " WHERE kind = 'PARENT' AND team_id = directory_team.id AND"
            + HOLDS
            + ") ORDER BY id",
        row -> row.text("id"),
        at,
        at);
  }

  /** Who manages the team at the instant. */
  public Optional<String> managerOf(String teamId, Instant at) {
    return sql
        .query(
            "SELECT other_id FROM directory_tie WHERE kind = 'MANAGER' AND team_id = ? AND"
                + HOLDS
                + "ORDER BY valid_from DESC LIMIT 1",
            row -> row.text("other_id"),
            teamId,
            at,
            at)
        .stream()
        .findFirst();
  }

  /** Everything below the teams that the participant manages at the instant. */
  public Subtree under(String managerId, Instant at) {
    Set<String> teams =
        new LinkedHashSet<>(
            sql.query(
                """
                WITH RECURSIVE below AS (
                  SELECT team_id FROM directory_tie
                  WHERE kind = 'MANAGER' AND other_id = ? AND valid_from <= ? AND valid_to > ?
                  UNION
                  SELECT tie.team_id FROM directory_tie tie
                  JOIN below ON tie.other_id = below.team_id AND tie.kind = 'PARENT'
                  WHERE valid_from <= ? AND valid_to > ?)
                SELECT team_id FROM below
                """,
                row -> row.text("team_id"),
                managerId,
                at,
                at,
                at,
                at));
    Set<String> participants =
        new LinkedHashSet<>(
            sql.query(
                "SELECT DISTINCT other_id FROM directory_tie"
                    + " WHERE kind IN ('MEMBER', 'MANAGER') AND team_id = ANY (?) AND"
                    + HOLDS,
                row -> row.text("other_id"),
                teams,
                at,
                at));
    return new Subtree(teams, participants);
  }

  /**
   * Teams come one by one, so that for a moment they may stand in a ring; whoever climbs it stops
   * where he has been.
   */
  private List<String> climb(String start, String id, Instant at) {
    return sql.query(
        """
        WITH RECURSIVE above (team_id, height) AS (
          %s AND valid_from <= ? AND valid_to > ?
          UNION
          SELECT tie.other_id, height + 1 FROM directory_tie tie
          JOIN above ON tie.team_id = above.team_id AND tie.kind = 'PARENT'
          WHERE valid_from <= ? AND valid_to > ?)
          CYCLE team_id SET seen USING path
        SELECT team_id FROM above WHERE NOT seen GROUP BY team_id ORDER BY min(height), team_id
        """
            .formatted(start),
        row -> row.text("team_id"),
        id,
        at,
        at,
        at,
        at);
  }

  private <T> Optional<T> stored(String table, String id, Class<T> type) {
    return sql.queryOne(
        "SELECT data FROM " + table + " WHERE id = ?", row -> read(row.text("data"), type), id);
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return ContractJson.mapper().readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException("stored " + type.getSimpleName() + " is not readable", e);
    }
  }
}
