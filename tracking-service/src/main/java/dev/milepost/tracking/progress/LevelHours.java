package dev.milepost.tracking.progress;

import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the entries of levels come to, hour by hour: a window costs its hours, not its entries. Read
 * by {@link Levels}; written while the accounts of the goals are locked.
 */
@ApplicationScoped
class LevelHours {
  private static final String ADD =
      """
      INSERT INTO level_hour AS old (goal_no, hour, numerator, denominator, sample)
      SELECT unnest(?::bigint[]), unnest(?::timestamptz[]), unnest(?::numeric[]),
             unnest(?::numeric[]), unnest(?::integer[])
      ON CONFLICT (goal_no, hour) DO UPDATE
      SET numerator = old.numerator + excluded.numerator,
          denominator = old.denominator + excluded.denominator,
          sample = old.sample + excluded.sample
      """;

  private static final String SAMPLES =
      """
      SELECT asked.position, sum(e.sample) AS sample
      FROM unnest(?::bigint[], ?::bigint[]) WITH ORDINALITY AS asked (goal_no, event_no, position)
      JOIN credit c ON c.event_no = asked.event_no AND c.revision = 0
      JOIN progress_entry e ON e.credit_no = c.credit_no AND e.goal_no = asked.goal_no
      WHERE e.kind <> 'TRUE_UP'
      GROUP BY asked.position
      """;

  private final Sql sql;

  LevelHours(Sql sql) {
    this.sql = sql;
  }

  private record Hour(long goalNo, Instant begin) {}

  private record Counted(Hour hour, long eventNo) {}

  /** The first hour that does not begin before the instant. */
  static Instant from(Instant instant) {
    Instant hour = instant.truncatedTo(ChronoUnit.HOURS);
    return hour.equals(instant) ? hour : hour.plus(1, ChronoUnit.HOURS);
  }

  /** Adds entries that were inserted; those of flows are none of its business. */
  void add(List<Entry> booked) {
    Map<Hour, Tally> sums = new LinkedHashMap<>();
    Map<Counted, Integer> changes = new HashMap<>();
    Set<Counted> old = new HashSet<>();
    for (Entry entry : booked) {
      Integer sample = entry.sample();
      if (sample != null && entry.kind() != Kind.TRUE_UP) {
        Hour hour =
            new Hour(entry.goal().no(), entry.line().occurredAt().truncatedTo(ChronoUnit.HOURS));
        Counted event = new Counted(hour, entry.line().credit().sale().no());
        sums.merge(hour, Tally.of(entry.line().contribution()), Tally::plus);
        changes.merge(event, sample, Integer::sum);
        if (!entry.isFirstOfItsEvent()) {
          old.add(event);
        }
      }
    }
    if (!sums.isEmpty()) {
      add(sums, turns(changes, samples(old)));
    }
  }

  /** By how many events the sample of each hour changes: an event counts once. */
  private static Map<Hour, Integer> turns(
      Map<Counted, Integer> changes, Map<Counted, Integer> samples) {
    Map<Hour, Integer> turns = new HashMap<>();
    changes.forEach(
        (event, change) -> {
          int after = samples.getOrDefault(event, change);
          int turn = Integer.signum(after) - Integer.signum(after - change);
          turns.merge(event.hour(), turn, Integer::sum);
        });
    return turns;
  }

  /** What all entries of each event come to by now, whenever they were made. */
  private Map<Counted, Integer> samples(Collection<Counted> asked) {
    Map<Counted, Integer> samples = new HashMap<>();
    if (!asked.isEmpty()) {
      List<Counted> events = List.copyOf(asked);
      sql.query(
          SAMPLES,
          row -> samples.put(events.get(row.integer("position") - 1), row.integer("sample")),
          events.stream().mapToLong(event -> event.hour().goalNo()).toArray(),
          events.stream().mapToLong(Counted::eventNo).toArray());
    }
    return samples;
  }

  private void add(Map<Hour, Tally> sums, Map<Hour, Integer> turns) {
    sql.update(
        ADD,
        sums.keySet().stream().mapToLong(Hour::goalNo).toArray(),
        sums.keySet().stream().map(Hour::begin).toArray(Instant[]::new),
        sums.values().stream().map(Tally::numerator).toArray(BigDecimal[]::new),
        sums.values().stream().map(Tally::denominator).toArray(BigDecimal[]::new),
        sums.keySet().stream().mapToInt(hour -> turns.getOrDefault(hour, 0)).toArray());
  }
}
