package dev.milepost.testing;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The relay's lock in the hands of a test: while it has it, nothing leaves the outbox. */
public final class RelayLock {
  /** Ends whoever holds the relay's lock, and takes it if nobody was faster. */
  private static final String END_HOLDER =
      """
      SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
      WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND (classid::bigint << 32 | objid::bigint) = x'6d696c65706f7374'::bigint
      """;

  private static final String LOCK = "SELECT pg_try_advisory_lock(x'6d696c65706f7374'::bigint)";
  private static final String UNLOCK = "SELECT pg_advisory_unlock(x'6d696c65706f7374'::bigint)";

  private final Connection connection;

  /** A lock to be taken over this connection, which stays the caller's. */
  public RelayLock(Connection connection) {
    this.connection = connection;
  }

  /** Takes it away from whoever has it. */
  public void take() {
    await().until(this::takesOver);
  }

  /** Whether it was held until now. */
  public boolean release() throws SQLException {
    return isTrue(UNLOCK);
  }

  private boolean takesOver() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(END_HOLDER);
    }
    return isTrue(LOCK);
  }

  private boolean isTrue(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() && result.getBoolean(1);
    }
  }
}
