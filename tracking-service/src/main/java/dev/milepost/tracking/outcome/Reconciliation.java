package dev.milepost.tracking.outcome;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.outcome.ReconciledDay.Fate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what became of everything that was received. Each thing that was received left one row
 * somewhere: an event that was new in the events, one that came again in the repetitions, one that
 * could not be used in quarantine, one that is on its way in the intake.
 */
@ApplicationScoped
class Reconciliation {
  private static final String ADD_UP =
      """
      WITH received AS (
        SELECT s.source, s.recorded_at AS received_at, %s AS fate, 1 AS times
        FROM sales_event s LEFT JOIN reversal r ON r.event_no = s.no
        WHERE s.recorded_at >= ? AND s.recorded_at < ?
        UNION ALL
        SELECT source, received_at, outcome, times FROM sales_event_repetition
        WHERE received_at >= ? AND received_at < ?
        UNION ALL
        SELECT source, recorded_at,
               CASE WHEN replayed_at IS NOT NULL THEN 'REPLAYED'
                    WHEN reason = 'CONFLICT' THEN 'CONFLICT' ELSE 'QUARANTINED' END, 1
        FROM quarantine WHERE topic = ? AND recorded_at >= ? AND recorded_at < ?
        UNION ALL
        SELECT i.source, i.received_at, 'ACCEPTED', 1 FROM sales_intake i
        WHERE i.received_at >= ? AND i.received_at < ?
          AND NOT EXISTS (SELECT FROM sales_event s
                          WHERE s.source = i.source AND s.event_id = i.event_id)
          AND NOT EXISTS (SELECT FROM quarantine q
                          WHERE q.topic = ? AND q.source = i.source AND q.event_id = i.event_id))
      SELECT width_bucket(received_at, ?::timestamptz[]) AS day, source, fate, sum(times) AS times
      FROM received WHERE ?::text IS NULL OR source = ?
      GROUP BY 1, 2, 3 ORDER BY 1, 2 NULLS LAST
      """
          .formatted(Outcomes.OF_EVENT);

  private static final String TOPIC = Topic.SALES_EVENTS.topicName();
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Sql sql;
  private final Directory directory;
  private final Clock clock;

  Reconciliation(Sql sql, Directory directory, Clock clock) {
    this.sql = sql;
    this.directory = directory;
    this.clock = clock;
  }

  private record Key(LocalDate day, @Nullable String source) {}

  /** The accounts of the days, a source at a time; only days on which something was received. */
  Page<ReconciledDay> days(
      @Nullable String source, @Nullable LocalDate from, @Nullable LocalDate to, PageRequest page) {
    Days days = Days.of(from, to, zone(), clock.instant());
    List<ReconciledDay> all = new ArrayList<>();
    addUp(days, source)
        .forEach(
            (key, fates) ->
                all.add(ReconciledDay.of(key.day(), days.zone().getId(), key.source(), fates)));
    long seen = page.position().map(last -> last.number(0)).orElse(0L);
    List<ReconciledDay> rows = all.stream().skip(Math.max(0, seen)).limit(page.fetch()).toList();
    return Page.of(rows, page, last -> Cursor.of(seen + page.limit()));
  }

  private Map<Key, Map<Fate, Long>> addUp(Days days, @Nullable String source) {
    Map<Key, Map<Fate, Long>> sums = new LinkedHashMap<>();
    List<LocalDate> dates = days.all();
    sql.query(
        ADD_UP,
        row ->
            sums.computeIfAbsent(
                    new Key(dates.get(row.integer("day") - 1), row.textOrNull("source")),
                    key -> new EnumMap<>(Fate.class))
                .put(row.constant("fate", Fate.class), row.number("times")),
        days.start(),
        days.end(),
        days.start(),
        days.end(),
        TOPIC,
        days.start(),
        days.end(),
        days.start(),
        days.end(),
        TOPIC,
        days.starts(),
        source,
        source);
    return sums;
  }

  /** The organisation's zone; UTC while none is known. */
  private ZoneId zone() {
    try {
      return directory.calendar().map(CalendarChanged::zone).map(ZoneId::of).orElse(UTC);
    } catch (DateTimeException e) {
      return UTC;
    }
  }
}
