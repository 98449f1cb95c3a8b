package dev.milepost.tracking.progress;

import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was told of goals that time alone may change, and when to look at them again. */
@ApplicationScoped
class Watches {
  private static final String PUT =
      """
      INSERT INTO goal_watch (goal_no, look_at, told_actual, told_attainment)
      SELECT * FROM unnest(?::bigint[], ?::timestamptz[], ?::numeric[], ?::numeric[])
      ON CONFLICT (goal_no) DO UPDATE
      SET look_at = excluded.look_at, told_actual = excluded.told_actual,
          told_attainment = excluded.told_attainment
      """;

  private final Sql sql;

  Watches(Sql sql) {
    this.sql = sql;
  }

  /**
   * A goal under watch.
   *
   * @param goalNo our number of the goal
   * @param lookAt when to look at it next; null when time changes nothing any more
   * @param actual the value that was told
   * @param attainment the attainment that was told
   */
  record Watch(
      long goalNo,
      @Nullable Instant lookAt,
      @Nullable BigDecimal actual,
      @Nullable BigDecimal attainment) {

    /** Whether what was told is no longer so. */
    boolean isOutdatedBy(Measured measured) {
      return differs(actual, measured.actual()) || differs(attainment, measured.attainment());
    }

    private static boolean differs(@Nullable BigDecimal told, @Nullable BigDecimal now) {
      if (told == null || now == null) {
        return told != null || now != null;
      }
      return told.compareTo(now) != 0;
    }
  }

  Map<Long, Watch> of(Collection<Long> goalNos) {
    Map<Long, Watch> found = new HashMap<>();
    sql.query(
        "SELECT * FROM goal_watch WHERE goal_no = ANY (?)",
        row ->
            found.put(
                row.number("goal_no"),
                new Watch(
                    row.number("goal_no"),
                    row.instantOrNull("look_at"),
                    row.decimalOrNull("told_actual"),
                    row.decimalOrNull("told_attainment"))),
        goalNos.stream().mapToLong(no -> no).toArray());
    return found;
  }

  void put(List<Watch> watches) {
    sql.update(
        PUT,
        watches.stream().mapToLong(Watch::goalNo).toArray(),
        watches.stream().map(Watch::lookAt).toArray(Instant[]::new),
        watches.stream().map(Watch::actual).toArray(BigDecimal[]::new),
        watches.stream().map(Watch::attainment).toArray(BigDecimal[]::new));
  }
}
