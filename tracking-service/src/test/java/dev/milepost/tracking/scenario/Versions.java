package dev.milepost.tracking.scenario;

import dev.milepost.contract.Money;
import dev.milepost.contract.SalesEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Sales as a system tells them that sends a record again whenever it changes. */
public final class Versions {
  private Versions() {}

  /** A version of a deal. */
  public static SalesEvent version(
      String deal, long version, String participant, String amount, String occurredAt) {
    return new SalesEvent(
        Instant.parse(occurredAt),
        participant,
        List.of(),
        new Money(new BigDecimal(amount), "USD"),
        null,
        null,
        null,
        null,
        null,
        deal,
        version,
        Map.of(),
        null,
        null,
        null,
        null);
  }
}
