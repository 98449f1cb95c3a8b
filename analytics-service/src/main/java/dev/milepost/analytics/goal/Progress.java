package dev.milepost.analytics.goal;

import dev.milepost.contract.ProgressRecorded;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;

/** The progress of each goal as last told. */
@ApplicationScoped
class Progress {
  private final Sql sql;

  Progress(Sql sql) {
    this.sql = sql;
  }

  /** Takes over what is newer than what is known. */
  void put(Collection<ProgressRecorded> records) {
    sql.update(
        """
        INSERT INTO progress AS old (goal_id, version, actual, target, attainment,
                                     recorded_at)
        SELECT * FROM unnest(?::text[], ?::bigint[], ?::numeric[], ?::numeric[], ?::numeric[],
                             ?::timestamptz[])
        ON CONFLICT (goal_id) DO UPDATE
        SET version = excluded.version, actual = excluded.actual, target = excluded.target,
            attainment = excluded.attainment, recorded_at = excluded.recorded_at
        WHERE old.version < excluded.version
        """,
        records.stream().map(ProgressRecorded::goalId).toList(),
        records.stream().map(ProgressRecorded::version).toArray(Long[]::new),
        records.stream().map(ProgressRecorded::actual).toArray(BigDecimal[]::new),
        records.stream().map(ProgressRecorded::target).toArray(BigDecimal[]::new),
        records.stream().map(ProgressRecorded::attainment).toArray(BigDecimal[]::new),
        records.stream().map(ProgressRecorded::recordedAt).toArray(Instant[]::new));
  }
}
