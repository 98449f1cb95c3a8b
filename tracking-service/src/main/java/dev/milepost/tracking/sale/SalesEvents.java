package dev.milepost.tracking.sale;

import dev.milepost.contract.EventType;
import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.runtime.time.BrokerTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The store of all sales events that were taken in, by (source, id). */
@ApplicationScoped
public class SalesEvents {
  private static final String INSERT =
      """
      INSERT INTO sales_event
        (source, event_id, content_hash, type, occurred_at, arrived_at, correlation_id, content,
         recorded_at)
      SELECT unnest(?::text[]), unnest(?::text[]), unnest(?::bytea[]), unnest(?::text[]),
             unnest(?::timestamptz[]), unnest(?::timestamptz[]), unnest(?::text[]),
             unnest(?::bytea[]), ?
      ON CONFLICT (source, event_id) DO NOTHING
      RETURNING no, source, event_id
      """;

  private static final String HASHES =
      """
      SELECT source, event_id, content_hash FROM sales_event
      JOIN unnest(?::text[], ?::text[]) AS wanted (source, event_id) USING (source, event_id)
      """;

  private static final String BY_NUMBER =
      "SELECT * FROM sales_event WHERE no = ANY (?) ORDER BY no";

  /** Everyone inserts in this order, so that two batches with common events wait, not deadlock. */
  private static final Comparator<Arrival> LOCK_ORDER =
      Comparator.comparing((Arrival a) -> a.ref().source()).thenComparing(a -> a.ref().id());

  private final Sql sql;
  private final SaleMeters meters;
  private final Repetitions repetitions;
  private final BrokerTime broker;

  SalesEvents(Sql sql, SaleMeters meters, Repetitions repetitions, BrokerTime broker) {
    this.sql = sql;
    this.meters = meters;
    this.repetitions = repetitions;
    this.broker = broker;
  }

  /** Records what is new among the arrivals; the first of an identity in the list is the one. */
  public Recorded record(List<Arrival> arrivals, Instant now) {
    Map<SaleRef, Arrival> firsts = new LinkedHashMap<>();
    arrivals.forEach(arrival -> firsts.putIfAbsent(arrival.ref(), arrival));
    Map<SaleRef, Long> numbers = insert(firsts.values(), now);
    Map<SaleRef, byte[]> hashes =
        hashes(firsts.keySet().stream().filter(ref -> !numbers.containsKey(ref)).toList());
    List<Sale> fresh = new ArrayList<>();
    List<Arrival> conflicts = new ArrayList<>();
    List<SaleRef> duplicates = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      Long no = numbers.remove(arrival.ref());
      byte[] known = hashes.putIfAbsent(arrival.ref(), arrival.content().hash());
      if (no != null) {
        fresh.add(arrival.recorded(no, arrival.event().arrivedAt(broker, now)));
      } else if (!Arrays.equals(arrival.content().hash(), known)) {
        conflicts.add(arrival);
      } else {
        duplicates.add(arrival.ref());
      }
    }
    repetitions.duplicates(duplicates, now);
    meters.arrived(arrivals.size(), fresh.size(), conflicts.size());
    return new Recorded(fresh, conflicts);
  }

  /** The content hash of those that are recorded already. */
  public Map<SaleRef, byte[]> hashes(Collection<SaleRef> refs) {
    Map<SaleRef, byte[]> found = new HashMap<>();
    if (!refs.isEmpty()) {
      sql.query(
          HASHES,
          row -> found.put(ref(row), row.bytes("content_hash")),
          refs.stream().map(SaleRef::source).toArray(String[]::new),
          refs.stream().map(SaleRef::id).toArray(String[]::new));
    }
    return found;
  }

  /** Recorded events by our numbers of them, in the order of these. */
  public List<Sale> find(Collection<Long> numbers) {
    return sql.query(BY_NUMBER, SalesEvents::read, longs(numbers));
  }

  /** The same; nobody credits them or takes them back until the transaction in progress ends. */
  public List<Sale> lock(Collection<Long> numbers) {
    return sql.query(BY_NUMBER + " FOR UPDATE", SalesEvents::read, longs(numbers));
  }

  /** Reads a row of the table, with all its columns under their own names. */
  public static Sale read(Row row) throws SQLException {
    SaleRef ref = ref(row);
    return new Sale(
        row.number("no"),
        ref,
        EventType.named(row.text("type")).orElseThrow(),
        SaleContent.data(row.bytes("content")),
        effect(ref, row.text("correlation_id")),
        row.instant("arrived_at"));
  }

  /** The cause of whatever a recorded event leads to. */
  public static Cause effect(SaleRef ref, String correlationId) {
    return new Cause(correlationId, ref.id(), null);
  }

  private Map<SaleRef, Long> insert(Collection<Arrival> arrivals, Instant now) {
    Map<SaleRef, Long> numbers = new HashMap<>();
    if (arrivals.isEmpty()) {
      return numbers;
    }
    List<Arrival> rows = arrivals.stream().sorted(LOCK_ORDER).toList();
    sql.query(
        INSERT,
        row -> numbers.put(ref(row), row.number("no")),
        rows.stream().map(a -> a.ref().source()).toArray(String[]::new),
        rows.stream().map(a -> a.ref().id()).toArray(String[]::new),
        rows.stream().map(a -> a.content().hash()).toArray(byte[][]::new),
        rows.stream().map(a -> a.event().type().typeName()).toArray(String[]::new),
        rows.stream().map(a -> a.data().occurredAt()).toArray(Instant[]::new),
        rows.stream().map(a -> a.event().arrivedAt(broker, now)).toArray(Instant[]::new),
        rows.stream().map(a -> a.event().effect().correlationId()).toArray(String[]::new),
        rows.stream().map(a -> a.content().json()).toArray(byte[][]::new),
        now);
    return numbers;
  }

  private static long[] longs(Collection<Long> numbers) {
    return numbers.stream().mapToLong(no -> no).toArray();
  }

  private static SaleRef ref(Row row) throws SQLException {
    return new SaleRef(row.text("source"), row.text("event_id"));
  }
}
