package dev.milepost.tracking.sale;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.EventType;
import dev.milepost.contract.Money;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.SalesEvent.Split;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sales event must fulfil before anything is made of it, beyond having the fields of the
 * contract in their types. The same rules hold over HTTP, where a violation refuses the event, and
 * over Kafka, where it is quarantined.
 */
public final class SaleRules {
  private static final int MOST_SPLITS = 100;

  private final Duration futureTolerance;

  /** Rules for events that may lie ahead of the clock by the tolerance. */
  public SaleRules(Duration futureTolerance) {
    this.futureTolerance = futureTolerance;
  }

  /** All that is wrong with the event; nothing when it is valid. */
  public List<Violation> violations(SaleRef ref, EventType type, SalesEvent data, Instant now) {
    List<Violation> found = new ArrayList<>();
    key(found, "/source", ref.source());
    key(found, "/id", ref.id());
    occurredAt(found, data.occurredAt(), now);
    amount(found, data.amount());
    digits(found, "/data/quantity", data.quantity());
    sellers(found, data);
    entity(found, data);
    if (type == EventType.EVENT_REVERSED) {
      reverses(found, data);
    }
    returnOf(found, type, data.returnOf());
    return found;
  }

  private void occurredAt(List<Violation> found, Instant occurredAt, Instant now) {
    if (occurredAt.isAfter(now.plus(futureTolerance))) {
      found.add(Violation.of("/data/occurredAt", "in-the-future", futureTolerance.toHours()));
    }
  }

  private static void amount(List<Violation> found, @Nullable Money money) {
    if (money == null) {
      return;
    }
    digits(found, "/data/amount/amount", money.amount());
    if (!Currencies.isCurrency(money.currency())) {
      found.add(Violation.of("/data/amount/currency", "unknown-currency"));
    }
  }

  private static void sellers(List<Violation> found, SalesEvent data) {
    if (data.participantId() != null) {
      key(found, "/data/participantId", data.participantId());
    }
    if (data.participantId() != null && !data.splits().isEmpty()) {
      found.add(Violation.of("/data/splits", "seller-and-splits"));
    }
    if (data.splits().size() > MOST_SPLITS) {
      found.add(Violation.of("/data/splits", "too-many-splits", MOST_SPLITS));
      return;
    }
    int before = found.size();
    for (int i = 0; i < data.splits().size(); i++) {
      split(found, "/data/splits/" + i, data.splits().get(i));
    }
    if (found.size() == before && !data.splits().isEmpty() && !addUp(data.splits())) {
      found.add(Violation.of("/data/splits", "direct-shares-not-one"));
    }
  }

  private static void split(List<Violation> found, String pointer, Split split) {
    key(found, pointer + "/participantId", split.participantId());
    if (split.share().signum() <= 0 || split.share().compareTo(BigDecimal.ONE) > 0) {
      found.add(Violation.of(pointer + "/share", "share-out-of-range"));
    }
    digits(found, pointer + "/share", split.share());
  }

  /** Without a version nothing says which of two events of an entity is in force. */
  private static void entity(List<Violation> found, SalesEvent data) {
    if (data.entityKey() != null) {
      key(found, "/data/entityKey", data.entityKey());
    }
    if ((data.entityKey() == null) != (data.entityVersion() == null)) {
      String missing = data.entityKey() == null ? "entityKey" : "entityVersion";
      found.add(Violation.of("/data/" + missing, "entity-key-and-version"));
    }
  }

  private static boolean addUp(List<Split> splits) {
    return splits.stream()
            .filter(split -> split.creditType() != CreditType.OVERLAY)
            .map(Split::share)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .compareTo(BigDecimal.ONE)
        == 0;
  }

  private static void reverses(List<Violation> found, SalesEvent data) {
    SaleRef original = data.reverses();
    if (original == null) {
      found.add(Violation.of("/data/reverses", "required"));
    } else {
      key(found, "/data/reverses/source", original.source());
      key(found, "/data/reverses/id", original.id());
    }
    digits(found, "/data/reversedAmount", data.reversedAmount());
    if (data.reversedAmount() != null && data.reversedAmount().signum() == 0) {
      found.add(Violation.of("/data/reversedAmount", "zero"));
    }
  }

  private static void returnOf(List<Violation> found, EventType type, @Nullable SaleRef original) {
    if (original == null) {
      return;
    }
    if (type == EventType.EVENT_REVERSED) {
      found.add(Violation.of("/data/returnOf", "return-and-reversal"));
    }
    key(found, "/data/returnOf/source", original.source());
    key(found, "/data/returnOf/id", original.id());
  }

  private static void key(List<Violation> found, String pointer, String key) {
    KeyRule.violation(pointer, key).ifPresent(found::add);
  }

  private static void digits(List<Violation> found, String pointer, @Nullable BigDecimal number) {
    if (number != null && !Digits.fits(number)) {
      found.add(Violation.of(pointer, "too-many-digits", Digits.INTEGER, Digits.FRACTION));
    }
  }
}
