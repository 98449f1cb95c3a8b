package dev.milepost.analytics;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.Dated;
import dev.milepost.contract.EventType;
import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.TeamChanged;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.TestTokens;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The organisation of the tests: company → red (ann, bob; led by rita) and blue (cid, dee; led by
 * bill). Nobody leads the company.
 */
public final class Organisation {
  public static final List<String> RED = List.of("red", "company");
  public static final List<String> BLUE = List.of("blue", "company");

  private Organisation() {}

  /** What the directory tells about it. */
  public static List<Told> told() {
    List<Told> told = new ArrayList<>();
    Stream.of("ann", "bob", "cid", "dee", "rita", "bill").forEach(id -> told.add(person(id)));
    told.add(team("company", List.of(), List.of(), List.of()));
    told.add(team("red", always("company"), always("rita"), always("ann", "bob")));
    told.add(team("blue", always("company"), always("bill"), always("cid", "dee")));
    return told;
  }

  /** A version of the calendar: a year that begins in January, in some zone. */
  public static Told calendar(long version, String zone) {
    return new Told(
        EventType.CALENDAR_CHANGED,
        "fiscal",
        "fiscal-" + version,
        CalendarChanged.months(version, zone, 1, DayOfWeek.MONDAY, List.of()));
  }

  public static String rep(String participantId) {
    return TestTokens.as(participantId, participantId, Roles.REP);
  }

  public static String manager(String participantId) {
    return TestTokens.as(participantId, participantId, Roles.MANAGER);
  }

  public static String salesOps() {
    return TestTokens.as("olga", null, Roles.SALES_OPS);
  }

  public static String finance() {
    return TestTokens.as("fay", null, Roles.FINANCE);
  }

  public static String integration() {
    return TestTokens.as("crm", null, Roles.INTEGRATION);
  }

  private static Told person(String id) {
    String name = Character.toUpperCase(id.charAt(0)) + id.substring(1);
    return new Told(
        EventType.PARTICIPANT_CHANGED,
        id,
        id + "-1",
        new ParticipantChanged(id, 1, name, List.of(), true));
  }

  private static Told team(
      String id, List<Dated> parents, List<Dated> managers, List<Dated> members) {
    return new Told(
        EventType.TEAM_CHANGED,
        id,
        id + "-1",
        new TeamChanged(id, 1, id, parents, managers, members));
  }

  private static List<Dated> always(String... ids) {
    return Stream.of(ids).map(id -> new Dated(id, null, null)).toList();
  }
}
