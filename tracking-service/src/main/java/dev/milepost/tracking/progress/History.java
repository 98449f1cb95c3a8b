package dev.milepost.tracking.progress;

import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.milestone.CrossingDates;
import dev.milepost.tracking.milestone.PastValues;
import dev.milepost.tracking.progress.Entries.Sought;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What goals' values were in the past, by the entries that there are now. */
@ApplicationScoped
class History implements CrossingDates, PastValues {
  /** A key counts from the first of its credits in force on. */
  private static final String KEY_CROSSINGS =
      """
      WITH credits AS (
        SELECT goal_no, key, credit_no, occurred_at,
               coalesce(sum(numerator) FILTER (WHERE kind <> 'TRUE_UP'), 0) AS live,
               coalesce(sum(denominator) FILTER (WHERE %s), 0) AS seen
        FROM progress_entry
        WHERE goal_no = ANY (?) AND key IS NOT NULL
        GROUP BY goal_no, key, credit_no, occurred_at),
      counted AS (
        SELECT goal_no, min(occurred_at) FILTER (WHERE live > 0) AS occurred_at FROM credits
        GROUP BY goal_no, key HAVING sum(live) > 0 AND sum(seen) <= 0),
      course AS (
        SELECT goal_no, occurred_at,
               count(*) OVER (PARTITION BY goal_no ORDER BY occurred_at) AS value
        FROM counted)
      SELECT wanted.position, min(course.occurred_at) AS crossed_at
      FROM unnest(?::bigint[], ?::numeric[]) WITH ORDINALITY AS wanted (goal_no, bar, position)
      JOIN course ON course.goal_no = wanted.goal_no AND course.value >= wanted.bar
      GROUP BY wanted.position
      """
          .formatted(KeyState.IN_TIME);

  /** Goal by goal: joined, the planner reads the whole table for some goals. */
  private static final String SUMS =
      """
      SELECT w.position, s.value
      FROM unnest(?::bigint[], ?::timestamptz[]) WITH ORDINALITY AS w (goal_no, until, position)
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(e.numerator), 0) AS value FROM progress_entry e
        WHERE e.goal_no = w.goal_no AND e.occurred_at < w.until AND e.kind <> 'TRUE_UP') s
      """;

  /** That a key was seen before the period is said by any one of its entries, for all of them. */
  private static final String KEY_COUNTS =
      """
      SELECT w.position, k.value
      FROM unnest(?::bigint[], ?::timestamptz[]) WITH ORDINALITY AS w (goal_no, until, position)
      CROSS JOIN LATERAL (
        SELECT count(*) AS value
        FROM (SELECT FROM progress_entry
              WHERE goal_no = w.goal_no AND key IS NOT NULL
              GROUP BY key
              HAVING sum(numerator) FILTER (WHERE kind <> 'TRUE_UP' AND occurred_at < w.until) > 0
                 AND coalesce(sum(denominator) FILTER (WHERE %s), 0) <= 0) f) k
      """
          .formatted(KeyState.IN_TIME);

  private final Sql sql;
  private final Entries entries;
  private final Levels levels;

  History(Sql sql, Entries entries, Levels levels) {
    this.sql = sql;
    this.entries = entries;
    this.levels = levels;
  }

  @Override
  public Map<Bar, Instant> find(List<Bar> bars) {
    Map<Bar, Instant> dates = ofKeys(bars);
    entries
        .crossings(
            bars.stream()
                .filter(bar -> !bar.ofKeys())
                .map(bar -> new Sought(bar, Course.UNKNOWN, 0))
                .toList())
        .forEach((bar, course) -> dates.put(bar, date(course)));
    return dates;
  }

  /**
   * The same of goals whose accounts are locked: by what these know, and by no more entries than
   * that leaves open. What the entries tell the accounts know from then on.
   */
  Map<Bar, Instant> find(List<Bar> bars, Map<Long, Account> locked) {
    Map<Bar, Instant> dates = ofKeys(bars);
    List<Sought> sought = new ArrayList<>();
    for (Bar bar : bars.stream().filter(bar -> !bar.ofKeys()).toList()) {
      Account account = Objects.requireNonNull(locked.get(bar.goalNo()));
      account
          .crossed(bar.value())
          .ifPresentOrElse(
              date -> dates.put(bar, date),
              () ->
                  sought.add(new Sought(bar, account.knownBelow(bar.value()), account.sequence())));
    }
    entries
        .crossings(sought)
        .forEach(
            (bar, course) -> {
              Objects.requireNonNull(locked.get(bar.goalNo())).learn(course);
              dates.put(bar, date(course));
            });
    return dates;
  }

  private static Instant date(Course crossed) {
    return Objects.requireNonNull(crossed.until());
  }

  private Map<Bar, Instant> ofKeys(List<Bar> bars) {
    Map<Bar, Instant> dates = new HashMap<>();
    List<Bar> ofKeys = bars.stream().filter(Bar::ofKeys).toList();
    if (!ofKeys.isEmpty()) {
      sql.query(
          KEY_CROSSINGS,
          row -> dates.put(ofKeys.get(row.integer("position") - 1), row.instant("crossed_at")),
          ofKeys.stream().mapToLong(Bar::goalNo).distinct().toArray(),
          ofKeys.stream().mapToLong(Bar::goalNo).toArray(),
          ofKeys.stream().map(Bar::value).toArray(BigDecimal[]::new));
    }
    return dates;
  }

  @Override
  public List<Optional<BigDecimal>> at(List<Moment> moments) {
    Map<Moment, BigDecimal> values = new HashMap<>();
    List<Moment> flows = moments.stream().filter(moment -> !isLevel(moment)).toList();
    flows(SUMS, flows.stream().filter(moment -> !moment.goal().countsKeys()).toList(), values);
    flows(KEY_COUNTS, flows.stream().filter(moment -> moment.goal().countsKeys()).toList(), values);
    List<Moment> ofLevels = moments.stream().filter(History::isLevel).toList();
    Map<Window, Level> found = levels.of(ofLevels.stream().map(History::window).toList());
    List<Optional<BigDecimal>> answers = new ArrayList<>();
    for (Moment moment : moments) {
      answers.add(
          isLevel(moment)
              ? Optional.ofNullable(
                  Objects.requireNonNull(found.get(window(moment)))
                      .value(moment.goal().snapshot().metric()))
              : Optional.ofNullable(values.get(moment)));
    }
    return answers;
  }

  private void flows(String statement, List<Moment> moments, Map<Moment, BigDecimal> values) {
    if (!moments.isEmpty()) {
      sql.query(
          statement,
          row ->
              values.put(
                  moments.get(row.integer("position") - 1),
                  Decimals.shortest(row.decimal("value"))),
          moments.stream().mapToLong(moment -> moment.goal().no()).toArray(),
          moments.stream().map(Moment::at).toArray(Instant[]::new));
    }
  }

  private static boolean isLevel(Moment moment) {
    return !moment.goal().snapshot().metric().aggregation().isFlow();
  }

  private static Window window(Moment moment) {
    return Window.of(moment.goal().no(), moment.goal().snapshot(), moment.at(), false);
  }
}
