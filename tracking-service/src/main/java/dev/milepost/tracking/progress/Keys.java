package dev.milepost.tracking.progress;

import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.catalogue.Contribution;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.progress.FirstEver.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The keys that goals count, each once. A goal's keys are read and written while its account is
 * locked. Lines of other goals cost nothing here.
 */
@ApplicationScoped
class Keys {
  private static final String LOAD =
      """
      SELECT k.* FROM goal_key k
      JOIN unnest(?::bigint[], ?::text[]) AS wanted (goal_no, key) USING (goal_no, key)
      """;
  private static final String KNOWN =
      """
      SELECT goal_no, key FROM goal_key WHERE goal_no = ANY (?) AND key = ANY (?)
      ORDER BY goal_no, key
      """;
  private static final String SAVE =
      """
      INSERT INTO goal_key (goal_no, key, live, seen, late_live, late_seen)
      SELECT * FROM unnest(?::bigint[], ?::text[], ?::integer[], ?::integer[], ?::integer[],
                           ?::integer[])
      ON CONFLICT (goal_no, key) DO UPDATE
      SET live = excluded.live, seen = excluded.seen, late_live = excluded.late_live,
          late_seen = excluded.late_seen
      """;

  private final Sql sql;
  private final FirstEver firstEver;

  Keys(Sql sql, FirstEver firstEver) {
    this.sql = sql;
    this.firstEver = firstEver;
  }

  private record GoalKey(long goalNo, String key) {
    static GoalKey of(Line line) {
      return new GoalKey(line.goal().no(), Objects.requireNonNull(line.contribution().key()));
    }
  }

  /**
   * The lines as they are to be booked: a goal that asks for keys never seen before learns with its
   * first line of a key whether it was.
   */
  List<Line> asBooked(List<Line> lines) {
    if (lines.stream().allMatch(line -> line.contribution().key() == null)) {
      return lines;
    }
    List<Asked> asked = lines.stream().flatMap(Asked::of).distinct().toList();
    if (asked.isEmpty()) {
      return lines;
    }
    Set<GoalKey> asking =
        lines.stream()
            .filter(line -> Asked.of(line).findAny().isPresent())
            .map(GoalKey::of)
            .collect(Collectors.toSet());
    Set<GoalKey> known = new HashSet<>(load(asking).keySet());
    Set<Asked> seen = firstEver.seenBefore(asked);
    return lines.stream()
        .map(
            line ->
                Asked.of(line).anyMatch(seen::contains) && known.add(GoalKey.of(line))
                    ? line.markedAsSeen()
                    : line)
        .toList();
  }

  /** What news mean to the goals that know the keys. */
  List<Line> known(List<News> news) {
    List<Line> lines = new ArrayList<>();
    for (News one : news) {
      Map<Long, TrackedGoal> goals =
          one.concerned().stream().collect(Collectors.toMap(TrackedGoal::no, goal -> goal));
      if (!goals.isEmpty()) {
        sql.query(
                KNOWN,
                row -> new GoalKey(row.number("goal_no"), row.text("key")),
                goals.keySet().stream().mapToLong(no -> no).toArray(),
                one.shifts().keySet())
            .forEach(
                known ->
                    one.lineFor(Objects.requireNonNull(goals.get(known.goalNo())), known.key())
                        .ifPresent(lines::add));
      }
    }
    return lines;
  }

  /** Counts the keys of what was booked into the accounts. */
  void count(List<Entry> booked, Map<Long, Account> accounts) {
    Map<GoalKey, List<Entry>> byKey = new LinkedHashMap<>();
    for (Entry entry : booked) {
      if (entry.line().contribution().key() != null) {
        byKey.computeIfAbsent(GoalKey.of(entry.line()), key -> new ArrayList<>()).add(entry);
      }
    }
    if (byKey.isEmpty()) {
      return;
    }
    Map<GoalKey, KeyState> before = load(byKey.keySet());
    Map<GoalKey, KeyState> after = new LinkedHashMap<>();
    byKey.forEach(
        (key, entries) -> {
          KeyState old = before.getOrDefault(key, KeyState.UNKNOWN);
          KeyState now = fold(old, entries);
          after.put(key, now);
          Objects.requireNonNull(accounts.get(key.goalNo()))
              .keysCounted(now.count() - old.count(), now.lateCount() - old.lateCount());
        });
    save(after);
  }

  private static KeyState fold(KeyState before, List<Entry> entries) {
    KeyState state = before;
    for (Entry entry : entries) {
      Contribution contribution = entry.line().contribution();
      state = state.plus(contribution, entry.kind() == Kind.TRUE_UP);
    }
    return state;
  }

  private Map<GoalKey, KeyState> load(Collection<GoalKey> keys) {
    Map<GoalKey, KeyState> states = new HashMap<>();
    sql.query(
        LOAD,
        row ->
            states.put(
                new GoalKey(row.number("goal_no"), row.text("key")),
                new KeyState(
                    row.integer("live"),
                    row.integer("seen"),
                    row.integer("late_live"),
                    row.integer("late_seen"))),
        keys.stream().mapToLong(GoalKey::goalNo).toArray(),
        keys.stream().map(GoalKey::key).toArray(String[]::new));
    return states;
  }

  private void save(Map<GoalKey, KeyState> states) {
    sql.update(
        SAVE,
        states.keySet().stream().mapToLong(GoalKey::goalNo).toArray(),
        states.keySet().stream().map(GoalKey::key).toArray(String[]::new),
        numbers(states, KeyState::live),
        numbers(states, KeyState::seen),
        numbers(states, KeyState::lateLive),
        numbers(states, KeyState::lateSeen));
  }

  private static int[] numbers(Map<GoalKey, KeyState> states, ToIntFunction<KeyState> field) {
    return states.values().stream().mapToInt(field).toArray();
  }
}
