package dev.milepost.analytics.leaderboard;

import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The leaderboards that are published. */
@ApplicationScoped
class Publications {
  private final Sql sql;

  Publications(Sql sql) {
    this.sql = sql;
  }

  Optional<Publication> find(Leaderboard board) {
    return sql.queryOne(
        "SELECT * FROM leaderboard_publication WHERE metric_key = ? AND period = ?",
        row ->
            new Publication(
                row.text("metric_key"),
                row.text("period"),
                row.instant("published_at"),
                row.text("published_by")),
        board.metric(),
        board.period());
  }

  /** Publishes it; what is published already stays as it is. */
  void add(Leaderboard board, Instant at, String by) {
    sql.update(
        """
        INSERT INTO leaderboard_publication (metric_key, period, published_at, published_by)
        VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        board.metric(),
        board.period(),
        at,
        by);
  }

  /** Withdraws it; answers whether it was published. */
  boolean remove(Leaderboard board) {
    return sql.update(
            "DELETE FROM leaderboard_publication WHERE metric_key = ? AND period = ?",
            board.metric(),
            board.period())
        == 1;
  }
}
