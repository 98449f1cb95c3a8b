package dev.milepost.systemtest;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** An administrator's hand in tracking's database: it holds up what a test wants held up. */
final class TrackingDatabase implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final String LOCK_ACCOUNT =
      """
      SELECT p.goal_no FROM goal_progress p JOIN goal g ON g.no = p.goal_no
      WHERE g.goal_id = '%s' FOR UPDATE OF p
      """;
  private static final String WAITING =
      """
      SELECT count(DISTINCT pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE NOT granted AND usename = 'tracking'
      """;

  /** Whoever sends what is to be told holds this lock; see the outbox of platform/runtime. */
  private static final String RELAY = "x'6d696c65706f7374'::bigint";

  private static final String END_RELAY =
      """
      SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
      WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND (classid::bigint << 32 | objid::bigint) = %s
      """
          .formatted(RELAY);

  private final Connection connection;

  TrackingDatabase(String url) throws SQLException {
    connection = DriverManager.getConnection(url);
  }

  /** Holds up every batch that books to a goal, in the middle, until {@link #letGo}. */
  void holdBatches(String goalId) throws SQLException {
    connection.setAutoCommit(false);
    number(LOCK_ACCOUNT.formatted(goalId));
  }

  /** Waits until so many batches stand still. */
  void awaitWaiting(int batches) {
    await(batches + " batches wait").atMost(SOON).until(() -> number(WAITING) >= batches);
  }

  void letGo() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  /** From now on nothing leaves the outbox, whatever is committed. */
  void holdRelay() {
    await("the relay's lock")
        .atMost(SOON)
        .until(
            () -> {
              execute(END_RELAY);
              return number("SELECT pg_try_advisory_lock(%s)::int".formatted(RELAY)) == 1;
            });
  }

  void releaseRelay() throws SQLException {
    execute("SELECT pg_advisory_unlock(%s)".formatted(RELAY));
  }

  private long number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      if (!row.next()) {
        throw new AssertionError("nothing found by " + query);
      }
      return row.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
