package dev.milepost.runtime.outbox;

import dev.milepost.runtime.event.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The events of deferred rows: from memory, or else from the service's tables. */
@ApplicationScoped
class Deferred {
  private final KeptEvents kept;
  private final Instance<DeferredEvents> stored;
  private final TransactionSynchronizationRegistry transactions;
  private final EventRecords records;
  private final OutboxMeters meters;

  Deferred(
      OutboxConfig config,
      Instance<DeferredEvents> stored,
      TransactionSynchronizationRegistry transactions,
      EventRecords records,
      OutboxMeters meters) {
    this.kept = new KeptEvents(config.memory());
    this.stored = stored;
    this.transactions = transactions;
    this.records = records;
    this.meters = meters;
  }

  /**
   * Keeps the events of a row that the transaction in progress has written. They are kept before
   * the commit, so that whoever sees the row finds them, and dropped when there is none.
   */
  void keep(long row, List<OutgoingEvent> events) {
    kept.keep(row, events);
    transactions.registerInterposedSynchronization(new Dropping(row));
  }

  /** Whether this process sends, from now on. */
  void sending(boolean here) {
    kept.sending(here);
  }

  /** The records of a committed row, as which they are written here and not in its transaction. */
  List<OutboxRecord> records(long row, String reference, Instant recordedAt) {
    Optional<List<OutgoingEvent>> inMemory = kept.take(row);
    meters.deferred(inMemory.isPresent());
    return inMemory.orElseGet(() -> stored.get().named(reference)).stream()
        .map(event -> records.of(event, recordedAt))
        .toList();
  }

  private final class Dropping implements Synchronization {
    private final long row;

    Dropping(long row) {
      this.row = row;
    }

    @Override
    public void beforeCompletion() {
      // The row is written already.
    }

    @Override
    public void afterCompletion(int status) {
      if (status != Status.STATUS_COMMITTED) {
        kept.take(row);
      }
    }
  }
}
