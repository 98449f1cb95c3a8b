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
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a sales event must fulfil before anything is made of it. The same rules hold over HTTP,
 * where a violation refuses the event, and over Kafka, where it is quarantined.
 */
public final class SaleRules {
  private static final int LONGEST_KEY = 255;
  private static final int MOST_SPLITS = 100;
  private static final int MOST_DIGITS = 18;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

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
    sellers(found, data);
    if (type == EventType.EVENT_REVERSED) {
      reverses(found, data);
    }
    return found;
  }

  private void occurredAt(List<Violation> found, @Nullable Instant occurredAt, Instant now) {
    if (occurredAt == null) {
      found.add(Violation.of("/data/occurredAt", "required"));
    } else if (occurredAt.isAfter(now.plus(futureTolerance))) {
      found.add(Violation.of("/data/occurredAt", "in-the-future", futureTolerance.toHours()));
    } else if (occurredAt.isBefore(EARLIEST)) {
      found.add(Violation.of("/data/occurredAt", "too-long-ago", EARLIEST));
    }
  }

  private static void amount(List<Violation> found, @Nullable Money money) {
    if (money == null) {
      return;
    }
    number(found, "/data/amount/amount", money.amount());
    if (money.currency() == null) {
      found.add(Violation.of("/data/amount/currency", "required"));
    } else if (!CURRENCIES.contains(money.currency())) {
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

  private static void split(List<Violation> found, String pointer, @Nullable Split split) {
    if (split == null) {
      found.add(Violation.of(pointer, "required"));
      return;
    }
    key(found, pointer + "/participantId", split.participantId());
    BigDecimal share = split.share();
    number(found, pointer + "/share", share);
    if (share != null && (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0)) {
      found.add(Violation.of(pointer + "/share", "share-out-of-range"));
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
    if (data.reversedAmount() != null) {
      number(found, "/data/reversedAmount", data.reversedAmount());
      if (data.reversedAmount().signum() == 0) {
        found.add(Violation.of("/data/reversedAmount", "zero"));
      }
    }
  }

  /** A key that a database can hold: not blank, not too long, without the character NUL. */
  private static void key(List<Violation> found, String pointer, @Nullable String key) {
    if (key == null) {
      found.add(Violation.of(pointer, "required"));
    } else if (key.isBlank()) {
      found.add(Violation.of(pointer, "blank"));
    } else if (key.length() > LONGEST_KEY) {
      found.add(Violation.of(pointer, "too-long", LONGEST_KEY));
    } else if (key.indexOf('\0') >= 0) {
      found.add(Violation.of(pointer, "unusable-character"));
    }
  }

  /** A number that stays exact and finite whatever is computed with it. */
  private static void number(List<Violation> found, String pointer, @Nullable BigDecimal number) {
    if (number == null) {
      found.add(Violation.of(pointer, "required"));
    } else if ((long) number.precision() - number.scale() > MOST_DIGITS
        || number.scale() > MOST_DIGITS) {
      found.add(Violation.of(pointer, "number-too-long", MOST_DIGITS));
    }
  }
}
