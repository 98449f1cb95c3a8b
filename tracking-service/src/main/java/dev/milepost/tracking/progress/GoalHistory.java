package dev.milepost.tracking.progress;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.catalogue.Goals;
import dev.milepost.tracking.pace.Judgement;
import dev.milepost.tracking.pace.SeasonalCurve;
import dev.milepost.tracking.pace.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goals asked for, and the status that was told of them, as it was known at each moment. */
@ApplicationScoped
class GoalHistory {
  private static final String HISTORY =
      """
      SELECT known_at, snapshot, exceptional_days::text[] AS exceptional_days, days_assumed,
             array_to_string(seasonal_shares, ',') AS seasonal_shares
      FROM goal_history WHERE goal_no = ? ORDER BY no
      """;

  private static final String STATUS =
      """
      SELECT status, previous_status FROM pace_history
      WHERE goal_no = ? AND known_at <= ? ORDER BY no DESC LIMIT 1
      """;

  private final Sql sql;

  GoalHistory(Sql sql) {
    this.sql = sql;
  }

  /** A goal as it was known from a moment on. */
  record Known(
      Instant since, GoalSnapshot goal, WorkingDays days, @Nullable SeasonalCurve season) {}

  /** A version of what a goal asks for, and since when it is known. */
  record KnownVersion(Instant since, Version version) {}

  /**
   * Everything that was ever known of a goal.
   *
   * @param all in the order in which it became known; never empty
   */
  record Course(List<Known> all) {

    /** When the goal itself became known. */
    Instant begin() {
      return all.getFirst().since();
    }

    /** The goal as it was known at a moment; empty when it was not. */
    Optional<Known> at(Instant moment) {
      return all.reversed().stream().filter(known -> !known.since().isAfter(moment)).findFirst();
    }

    /** Every version of the goal, with the first that told of it. */
    List<KnownVersion> versions() {
      return all.getLast().goal().versions().stream()
          .map(version -> new KnownVersion(since(version), version))
          .toList();
    }

    private Instant since(Version version) {
      return all.stream()
          .filter(known -> known.goal().current().version() >= version.version())
          .map(Known::since)
          .findFirst()
          .orElseThrow();
    }
  }

  Course of(long goalNo) {
    return new Course(sql.query(HISTORY, GoalHistory::known, goalNo));
  }

  /** The status that had been told of a goal at a moment; null when none had. */
  @Nullable Judgement told(long goalNo, Instant moment) {
    return sql.queryOne(
            STATUS, row -> Optional.ofNullable(Judgements.judgement(row)), goalNo, moment)
        .flatMap(judgement -> judgement)
        .orElse(null);
  }

  private static Known known(Row row) throws SQLException {
    return new Known(
        row.instant("known_at"),
        Goals.readSnapshot(row.text("snapshot")),
        Goals.readWorkingDays(row),
        Goals.readSeason(row));
  }
}
