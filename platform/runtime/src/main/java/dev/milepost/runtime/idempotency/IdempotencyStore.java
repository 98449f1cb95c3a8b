package dev.milepost.runtime.idempotency;

import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The table {@code idempotency_key}. All but the clean-up joins the effect's transaction. */
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

  private final Sql sql;

  IdempotencyStore(Sql sql) {
    this.sql = sql;
  }

  /** A request that has been answered. */
  record Answered(byte[] requestHash, StoredAnswer answer) {}

  /**
   * Takes the key, or answers false when it is taken. Waits for a transaction that holds it: if
   * that rolls back, the key is ours.
   */
  @Transactional(TxType.MANDATORY)
  boolean claim(IdempotencyKey key, byte[] requestHash, Instant now) {
    return sql.update(CLAIM, key.principal(), key.operation(), key.key(), requestHash, now) == 1;
  }

  @Transactional(TxType.MANDATORY)
  Optional<Answered> find(IdempotencyKey key) {
    return sql.queryOne(
        FIND, IdempotencyStore::answered, key.principal(), key.operation(), key.key());
  }

  @Transactional(TxType.MANDATORY)
  void complete(IdempotencyKey key, StoredAnswer answer) {
    sql.update(
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
    sql.update(RELEASE, key.principal(), key.operation(), key.key());
  }

  /** Drops what is older than {@code before}; answers how many. */
  @Transactional
  int forget(Instant before) {
    return sql.update(FORGET, before);
  }

  private static Answered answered(Row row) throws SQLException {
    return new Answered(
        row.bytes("request_hash"),
        new StoredAnswer(
            row.integer("status"),
            row.textOrNull("location"),
            row.textOrNull("etag"),
            row.textOrNull("body")));
  }
}
