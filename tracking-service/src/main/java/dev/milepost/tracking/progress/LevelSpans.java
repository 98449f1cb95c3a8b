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
import java.util.stream.Stream;

/**
 * What the entries of levels come to by the hour and by the day of UTC: a window costs its spans,
 * not its entries. Read by {@link Levels}; written while the accounts of the goals are locked.
 */
@ApplicationScoped
class LevelSpans {
  private static final List<ChronoUnit> UNITS = List.of(ChronoUnit.HOURS, ChronoUnit.DAYS);

  private static final String ADD =
      """
      INSERT INTO level_span AS old (goal_no, hours, begins, numerator, denominator, sample)
      SELECT unnest(?::bigint[]), unnest(?::integer[]), unnest(?::timestamptz[]),
             unnest(?::numeric[]), unnest(?::numeric[]), unnest(?::integer[])
      ON CONFLICT (goal_no, hours, begins) DO UPDATE
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

  LevelSpans(Sql sql) {
    this.sql = sql;
  }

  private record Span(long goalNo, int hours, Instant begin) {
    static Stream<Span> of(long goalNo, Instant instant) {
      return UNITS.stream()
          .map(
              unit ->
                  new Span(goalNo, (int) unit.getDuration().toHours(), instant.truncatedTo(unit)));
    }
  }

  /** An event in the ledger of a goal, where all that is booked of it occurred at one time. */
  private record Counted(long goalNo, long eventNo, Instant occurredAt) {}

  /** The first span that does not begin before the instant. */
  static Instant firstFrom(Instant instant, ChronoUnit unit) {
    Instant begin = instant.truncatedTo(unit);
    return begin.equals(instant) ? begin : begin.plus(1, unit);
  }

  /** Takes in entries that were inserted, if they are of levels. */
  void add(List<Entry> booked) {
    Map<Span, Tally> sums = new LinkedHashMap<>();
    Map<Counted, Integer> changes = new HashMap<>();
    Set<Counted> known = new HashSet<>();
    for (Entry entry : booked) {
      Integer sample = entry.sample();
      if (sample != null && entry.kind() != Kind.TRUE_UP) {
        long goalNo = entry.goal().no();
        Instant occurredAt = entry.line().occurredAt();
        Tally tally = Tally.of(entry.line().contribution());
        Span.of(goalNo, occurredAt).forEach(span -> sums.merge(span, tally, Tally::plus));
        Counted event = new Counted(goalNo, entry.line().credit().sale().no(), occurredAt);
        changes.merge(event, sample, Integer::sum);
        if (!entry.isFirstOfItsEvent()) {
          known.add(event);
        }
      }
    }
    if (!sums.isEmpty()) {
      write(sums, turns(changes, samples(known)));
    }
  }

  /** By how many events the sample of each span changes: an event counts once. */
  private static Map<Span, Integer> turns(
      Map<Counted, Integer> changes, Map<Counted, Integer> samples) {
    Map<Span, Integer> turns = new HashMap<>();
    changes.forEach(
        (event, change) -> {
          int after = samples.getOrDefault(event, change);
          int turn = counts(after) - counts(after - change);
          Span.of(event.goalNo(), event.occurredAt())
              .forEach(span -> turns.merge(span, turn, Integer::sum));
        });
    return turns;
  }

  private static int counts(int sample) {
    return sample > 0 ? 1 : 0;
  }

  /** What all entries of each event come to by now, whenever they were made. */
  private Map<Counted, Integer> samples(Collection<Counted> asked) {
    Map<Counted, Integer> samples = new HashMap<>();
    if (!asked.isEmpty()) {
      List<Counted> events = List.copyOf(asked);
      sql.query(
          SAMPLES,
          row -> samples.put(events.get(row.integer("position") - 1), row.integer("sample")),
          events.stream().mapToLong(Counted::goalNo).toArray(),
          events.stream().mapToLong(Counted::eventNo).toArray());
    }
    return samples;
  }

  private void write(Map<Span, Tally> sums, Map<Span, Integer> turns) {
    sql.update(
        ADD,
        sums.keySet().stream().mapToLong(Span::goalNo).toArray(),
        sums.keySet().stream().mapToInt(Span::hours).toArray(),
        sums.keySet().stream().map(Span::begin).toArray(Instant[]::new),
        sums.values().stream().map(Tally::numerator).toArray(BigDecimal[]::new),
        sums.values().stream().map(Tally::denominator).toArray(BigDecimal[]::new),
        sums.keySet().stream().mapToInt(span -> turns.getOrDefault(span, 0)).toArray());
  }
}
