package dev.milepost.tracking.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Windows of levels that are put together of spans, held against their entries. */
@ApplicationScoped
public class LevelWindows {
  private static final Instant START = Instant.parse("2017-08-25T00:00:00Z");
  private static final Duration SPAN = Duration.ofDays(135);
  private static final int WINDOWS = 25;

  /** The fold by spans is not asked for the past, so this is one by entries alone. */
  private static final Instant ALL = Instant.parse("2999-01-01T00:00:00Z");

  private final Sql sql;
  private final Levels levels;

  LevelWindows(Sql sql, Levels levels) {
    this.sql = sql;
    this.levels = levels;
  }

  private record LevelGoal(long no, boolean ofLatest) {}

  /** Of every level goal whose metric's key begins so, whatever the window. */
  public void equalTheirEntries(String metricPrefix, long seed) {
    List<LevelGoal> goals =
        sql.query(
            """
            SELECT no, snapshot::jsonb #>> '{metric,aggregation}' = 'LATEST' AS of_latest FROM goal
            WHERE metric_key LIKE ? || '%'
              AND snapshot::jsonb #>> '{metric,aggregation}' IN ('AVERAGE', 'RATIO', 'LATEST')
            """,
            row -> new LevelGoal(row.number("no"), row.flag("of_latest")), metricPrefix);
    assertThat(goals).isNotEmpty();
    Random random = new Random(seed);
    List<Window> windows = new ArrayList<>();
    for (LevelGoal goal : goals) {
      List<Instant> occurred =
          sql.query(
              "SELECT occurred_at FROM progress_entry WHERE goal_no = ?",
              row -> row.instant("occurred_at"),
              goal.no());
      for (int i = 0; i < WINDOWS; i++) {
        windows.add(
            new Window(
                goal.no(),
                goal.ofLatest(),
                instant(random, occurred),
                instant(random, occurred),
                random.nextInt(5) == 0));
      }
    }
    Map<Window, Level> bySpans = levels.of(windows);
    Map<Window, Level> byEntries = levels.knownAt(windows, ALL);
    assertThat(byEntries.values()).anyMatch(level -> level.sample() > 1);
    byEntries.forEach(
        (window, level) ->
            assertThat(plain(bySpans.get(window))).as(window.toString()).isEqualTo(plain(level)));
  }

  /** Where something occurred, about there, at the hour, or anywhere. */
  private static Instant instant(Random random, List<Instant> occurred) {
    Instant anywhere = START.plus(Duration.ofSeconds(random.nextLong(SPAN.toSeconds())));
    if (occurred.isEmpty()) {
      return anywhere;
    }
    Instant some = occurred.get(random.nextInt(occurred.size()));
    return switch (random.nextInt(5)) {
      case 0 -> some;
      case 1 -> some.plus(Duration.ofMinutes(random.nextInt(-90, 90)));
      case 2 -> some.truncatedTo(ChronoUnit.HOURS);
      case 3 -> some.truncatedTo(ChronoUnit.DAYS);
      default -> anywhere;
    };
  }

  private static List<BigDecimal> plain(Level level) {
    return List.of(
        level.numerator().stripTrailingZeros(),
        level.denominator().stripTrailingZeros(),
        BigDecimal.valueOf(level.sample()));
  }
}
