package dev.milepost.tracking.source;

import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Rejection;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.runtime.time.BrokerTime;
import dev.milepost.tracking.sale.KeyRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What each source has sent. */
@ApplicationScoped
public class Sources {
  private static final String ADD =
      """
      INSERT INTO sales_source AS known
        (source, received, first_received_at, last_received_at, latest_occurred_at)
      SELECT * FROM unnest(?::text[], ?::bigint[], ?::timestamptz[], ?::timestamptz[],
                           ?::timestamptz[])
      ON CONFLICT (source) DO UPDATE
      SET received = known.received + excluded.received,
          first_received_at = least(known.first_received_at, excluded.first_received_at),
          last_received_at = greatest(known.last_received_at, excluded.last_received_at),
          latest_occurred_at = greatest(known.latest_occurred_at, excluded.latest_occurred_at)
      """;

  private final Sql sql;
  private final BrokerTime broker;
  private final Clock clock;

  Sources(Sql sql, BrokerTime broker, Clock clock) {
    this.sql = sql;
    this.broker = broker;
    this.clock = clock;
  }

  /**
   * Adds what arrived in a batch. Batches of one source wait for each other from here on, so this
   * is the last thing a batch does.
   *
   * @param rejected those of the events that were set aside
   */
  @Transactional(TxType.MANDATORY)
  public void received(List<ReceivedEvent> events, List<Rejection> rejected) {
    Instant now = clock.instant();
    Set<ReceivedEvent> invalid = Collections.newSetFromMap(new IdentityHashMap<>());
    rejected.forEach(rejection -> invalid.add(rejection.event()));
    // In the order of sources, in which every batch takes their locks.
    TreeMap<String, Received> bySource = new TreeMap<>();
    for (ReceivedEvent event : events) {
      if (KeyRule.violation("/source", event.source()).isEmpty()) {
        Instant arrivedAt = event.arrivedAt(broker, now);
        Instant occurredAt =
            invalid.contains(event) ? null : event.data(SalesEvent.class).occurredAt();
        bySource.merge(event.source(), Received.one(arrivedAt, occurredAt), Received::plus);
      }
    }
    if (!bySource.isEmpty()) {
      add(bySource.keySet(), bySource.values());
    }
  }

  private void add(Collection<String> sources, Collection<Received> received) {
    sql.update(
        ADD,
        sources.toArray(String[]::new),
        received.stream().mapToLong(Received::events).toArray(),
        received.stream().map(Received::first).toArray(Instant[]::new),
        received.stream().map(Received::last).toArray(Instant[]::new),
        received.stream().map(Received::latestOccurred).toArray(Instant[]::new));
  }
}
