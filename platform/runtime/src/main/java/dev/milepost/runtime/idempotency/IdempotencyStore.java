package dev.milepost.runtime.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code idempotency_key}. Every method but the clean-up joins the effect's transaction.
 */
@ApplicationScoped
class IdempotencyStore {
  private static final String CLAIM =
      """
      INSERT INTO idempotency_key (principal, operation, key, request_hash, created_at)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
  private static final String FIND =
      """
      SELECT request_hash, status, location, etag, body FROM idempotency_key
      WHERE principal = ? AND operation = ? AND key = ?""";
  private static final String COMPLETE =
      """
      UPDATE idempotency_key SET status = ?, location = ?, etag = ?, body = ?
      WHERE principal = ? AND operation = ? AND key = ?""";
  private static final String RELEASE =
      "DELETE FROM idempotency_key WHERE principal = ? AND operation = ? AND key = ?";
  private static final String FORGET = "DELETE FROM idempotency_key WHERE created_at < ?";

  private final DataSource dataSource;

  IdempotencyStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A request that has been answered. */
  record Answered(byte[] requestHash, StoredAnswer answer) {}

  /**
   * Takes the key, or answers false when it is taken. Waits for a transaction that holds it: if
   * that rolls back, the key is ours.
   */
  @Transactional(TxType.MANDATORY)
  boolean claim(IdempotencyKey key, byte[] requestHash, Instant now) {
    return run(
            CLAIM,
            key.principal(),
            key.operation(),
            key.key(),
            requestHash,
            OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        == 1;
  }

  @Transactional(TxType.MANDATORY)
  Optional<Answered> find(IdempotencyKey key) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIND)) {
      bind(statement, key.principal(), key.operation(), key.key());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Transactional(TxType.MANDATORY)
  void complete(IdempotencyKey key, StoredAnswer answer) {
    run(
        COMPLETE,
        answer.status(),
        answer.location(),
        answer.etag(),
        answer.body(),
        key.principal(),
        key.operation(),
        key.key());
  }

  /** Gives the key back: the answer is not one to repeat. */
  @Transactional(TxType.MANDATORY)
  void release(IdempotencyKey key) {
    run(RELEASE, key.principal(), key.operation(), key.key());
  }

  /** Drops what is older than {@code before}; answers how many. */
  @Transactional
  int forget(Instant before) {
    return run(FORGET, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
  }

  private static Answered read(ResultSet row) throws SQLException {
    return new Answered(
        row.getBytes("request_hash"),
        new StoredAnswer(
            row.getInt("status"),
            row.getString("location"),
            row.getString("etag"),
            row.getString("body")));
  }

  private int run(String sql, @Nullable Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
