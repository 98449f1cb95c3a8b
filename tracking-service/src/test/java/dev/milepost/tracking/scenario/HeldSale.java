package dev.milepost.tracking.scenario;

import dev.milepost.runtime.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;

/**
 * A transaction that leaves nothing and, while it lasts, holds the identity of a sale: the batch
 * that brings the sale waits, and everything behind it in its partition.
 */
public final class HeldSale implements AutoCloseable {
  private static final String HOLD =
      """
      INSERT INTO sales_event (source, event_id, content_hash, type, occurred_at, arrived_at,
                               recorded_at, correlation_id, content)
      VALUES (?, ?, '', 'held', now(), now(), now(), 'held', '')
      """;
  private static final String WAITING =
      "SELECT count(*) AS batches FROM pg_stat_activity WHERE ? = ANY (pg_blocking_pids(pid))";

  private final Sql sql;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final Future<?> transaction;
  private volatile int connection;

  private HeldSale(Sql sql, String source, String id) {
    this.sql = sql;
    this.transaction = thread.submit(() -> hold(source, id));
  }

  public static HeldSale of(Sql sql, String source, String id) throws InterruptedException {
    HeldSale sale = new HeldSale(sql, source, id);
    sale.held.await();
    return sale;
  }

  /** Returns when a batch waits for the sale. */
  public void awaitBatch() {
    Awaitility.await()
        .until(() -> sql.query(WAITING, row -> row.number("batches"), connection).getFirst() > 0);
  }

  private void hold(String source, String id) {
    try {
      QuarkusTransaction.requiringNew().run(() -> holdInTransaction(source, id));
    } finally {
      held.countDown();
    }
  }

  private void holdInTransaction(String source, String id) {
    sql.update(HOLD, source, id);
    connection = sql.query("SELECT pg_backend_pid() AS pid", row -> row.integer("pid")).getFirst();
    held.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    sql.update("DELETE FROM sales_event WHERE source = ? AND event_id = ?", source, id);
  }

  @Override
  public void close() throws Exception {
    release.countDown();
    transaction.get();
    thread.close();
  }
}
