package dev.milepost.analytics.measure;

import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Keeps new sales and new metric versions apart, across all replicas; the package says why. Held
 * until the transaction ends.
 */
@ApplicationScoped
class MeasuringLock {
  private static final long KEY = 0x6d65_6173_7572_65L; // "measure"

  private final Sql sql;

  MeasuringLock(Sql sql) {
    this.sql = sql;
  }

  /** While sales are stored and measured: any number of batches at a time. */
  @Transactional(TxType.MANDATORY)
  void whileMeasuring() {
    sql.query("SELECT pg_advisory_xact_lock_shared(?)", row -> true, KEY);
  }

  /** While a metric changes: waits for all batches under way, and holds up the next ones. */
  @Transactional(TxType.MANDATORY)
  void whileChangingMetrics() {
    sql.query("SELECT pg_advisory_xact_lock(?)", row -> true, KEY);
  }
}
