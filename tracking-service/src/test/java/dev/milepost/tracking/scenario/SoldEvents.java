package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.World.CRM;

import dev.milepost.contract.Money;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.SalesEvent.Split;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What sales systems tell: sales, their returns and reversals. */
public final class SoldEvents {
  private SoldEvents() {}

  /** Takes back all of a sale, or an amount of it. */
  public static SalesEvent reversal(String original, BigDecimal part) {
    return reversal(original, part, Instant.parse("2017-12-24T00:00:00Z"));
  }

  public static SalesEvent reversal(String original, BigDecimal part, Instant occurredAt) {
    return reversal(new SaleRef(CRM, original), part, occurredAt);
  }

  public static SalesEvent reversal(SaleRef original, BigDecimal part, Instant occurredAt) {
    return new SalesEvent(
        occurredAt,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Map.of(),
        original,
        part,
        "cancelled",
        null);
  }

  /** A return of another event of {@link World#CRM}. */
  public static SalesEvent returnOf(
      String original, String participant, String amount, String occurredAt) {
    return returnOf(new SaleRef(CRM, original), sale(participant, List.of(), amount, occurredAt));
  }

  /** The same, as a return of that event. */
  public static SalesEvent returnOf(SaleRef original, SalesEvent data) {
    return new SalesEvent(
        data.occurredAt(),
        data.participantId(),
        data.splits(),
        data.amount(),
        data.stage(),
        data.customer(),
        data.product(),
        data.quantity(),
        data.documentId(),
        data.entityKey(),
        data.entityVersion(),
        data.attributes(),
        null,
        null,
        data.reason(),
        original);
  }

  public static SalesEvent sale(
      String participant, List<Split> splits, String amount, String occurredAt) {
    return SalesEvent.sold(
        Instant.parse(occurredAt), participant, splits, new Money(new BigDecimal(amount), "USD"));
  }

  /** A sale to a customer. */
  public static SalesEvent saleTo(
      String customer, String participant, List<Split> splits, String amount, String occurredAt) {
    return new SalesEvent(
        Instant.parse(occurredAt),
        participant,
        splits,
        new Money(new BigDecimal(amount), "USD"),
        null,
        customer,
        null,
        null,
        null,
        null,
        null,
        Map.of(),
        null,
        null,
        null,
        null);
  }

  public static Split split(String participant, String share) {
    return new Split(participant, new BigDecimal(share), null);
  }
}
