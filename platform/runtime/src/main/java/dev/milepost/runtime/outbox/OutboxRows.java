package dev.milepost.runtime.outbox;

import dev.milepost.runtime.event.RecordHeaders;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The outbox as its relay sees it, over the one connection that holds the relay's lock. */
final class OutboxRows {
  /** Identifies the relay's lock within a service's database. */
  private static final long LOCK = 0x6d_69_6c_65_70_6f_73_74L;

  /** Rows are held in memory and in flight together. */
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  /** The next rows, until those before a row already make a full batch. */
  private static final String NEXT =
      """
      SELECT id, topic, record_key, headers, payload, reference, recorded_at
      FROM (SELECT *,
                   sum(coalesce(octet_length(headers), 0) + coalesce(octet_length(payload), 0))
                     OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
            FROM outbox WHERE id <> ALL (?) ORDER BY id LIMIT ?) AS next
      WHERE coalesce(before, 0) < ?
      ORDER BY id
      """;

  private static final String OLDEST =
      "SELECT recorded_at FROM outbox WHERE id <> ALL (?) ORDER BY id LIMIT 1";

  private final Connection connection;
  private final Deferred deferred;

  /** Rows that were handed to the sender and are not deleted yet. */
  private final List<Long> sent = new ArrayList<>();

  OutboxRows(Connection connection, Deferred deferred) throws SQLException {
    this.connection = connection;
    this.deferred = deferred;
    connection.setAutoCommit(true);
  }

  boolean tryLock() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
      return result.next() && result.getBoolean(1);
    }
  }

  /** The connection may go back to a pool, so it must not keep the lock. */
  void unlock() throws SQLException {
    if (!connection.isClosed()) {
      connection.setAutoCommit(true);
      execute("UNLISTEN *");
      execute("SELECT pg_advisory_unlock_all()");
    }
  }

  void listen() throws SQLException {
    execute("LISTEN " + Outbox.CHANNEL);
  }

  /** Returns when something was appended, or after the given time. */
  void awaitAppend(Duration patience) throws SQLException {
    connection.unwrap(PGConnection.class).getNotifications((int) Math.max(1, patience.toMillis()));
  }

  /** When the oldest row that is not sent was appended; null when there is none. */
  @Nullable Instant oldest() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OLDEST)) {
      statement.setArray(1, numbers(sent));
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? result.getObject(1, OffsetDateTime.class).toInstant() : null;
      }
    }
  }

  /**
   * Hands the next rows to the sender.
   *
   * @param most how many records are enough; a deferred row is taken as a whole
   * @return how many records there were
   */
  int send(int most, Consumer<List<OutboxRecord>> sender) throws SQLException {
    List<Long> ids = new ArrayList<>();
    List<OutboxRecord> records = read(most, ids);
    if (!ids.isEmpty()) {
      sender.accept(records);
      sent.addAll(ids);
    }
    return records.size();
  }

  /** How many rows are sent and not yet deleted. */
  int sent() {
    return sent.size();
  }

  /** Deletes what was sent: the broker has acknowledged it all. */
  void delete() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
      statement.setArray(1, numbers(sent));
      statement.executeUpdate();
    }
    sent.clear();
  }

  private List<OutboxRecord> read(int most, List<Long> ids) throws SQLException {
    List<OutboxRecord> records = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
      statement.setArray(1, numbers(sent));
      statement.setInt(2, most);
      statement.setInt(3, MOST_BYTES);
      try (ResultSet row = statement.executeQuery()) {
        while (records.size() < most && row.next()) {
          ids.add(row.getLong(1));
          records.addAll(records(row));
        }
      }
    }
    return records;
  }

  private List<OutboxRecord> records(ResultSet row) throws SQLException {
    String reference = row.getString(6);
    return reference == null
        ? List.of(record(row))
        : deferred.records(
            row.getLong(1), reference, row.getObject(7, OffsetDateTime.class).toInstant());
  }

  private static OutboxRecord record(ResultSet row) throws SQLException {
    var headers = RecordHeaders.read(row.getString(4));
    return new OutboxRecord(
        row.getString(2),
        row.getBytes(3),
        StreamSupport.stream(headers.spliterator(), false).toList(),
        row.getBytes(5));
  }

  private Array numbers(List<Long> ids) throws SQLException {
    return connection.createArrayOf("bigint", ids.toArray());
  }

  private void execute(String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
