package dev.milepost.benchmarks.workload;

import dev.milepost.contract.Money;
import dev.milepost.contract.SalesEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One order.
 *
 * @param no its number, which its id is made of
 * @param participant the number of the seller
 * @param cents its amount, in hundredths of a USD
 * @param occurredAt when it was placed
 */
public record Sale(long no, int participant, long cents, Instant occurredAt) {
  /** CloudEvents source of all sales. */
  public static final String SOURCE = "/benchmark/shop";

  private static final String CURRENCY = "USD";
  private static final int CUSTOMERS = 5_000;
  private static final int PRODUCTS = 50;

  /** Its identity within the source. */
  public String id() {
    return "order-" + no;
  }

  /** Its amount in USD. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(cents, 2);
  }

  /** What the shop tells of it. */
  public SalesEvent data() {
    return new SalesEvent(
        occurredAt,
        SalesForce.participantId(participant),
        List.of(),
        new Money(amount(), CURRENCY),
        null,
        "customer-" + no % CUSTOMERS,
        "product-" + no % PRODUCTS,
        BigDecimal.ONE,
        null,
        null,
        null,
        Map.of(),
        null,
        null,
        null,
        null);
  }
}
