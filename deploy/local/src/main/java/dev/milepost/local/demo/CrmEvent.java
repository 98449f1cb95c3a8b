package dev.milepost.local.demo;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Money;
import dev.milepost.contract.SalesEvent;
import dev.milepost.local.demo.CrmData.Account;
import dev.milepost.local.demo.CrmData.Closing;
import dev.milepost.local.demo.CrmData.Deal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One sales event as the CRM would send it. The id follows from the opportunity, so a second
 * sending is recognised. The files know days only: an event occurs at 00:00 of its day.
 *
 * @param id identity within the source {@link #SOURCE}
 * @param type what happened
 * @param data the fact
 */
public record CrmEvent(String id, EventType type, SalesEvent data) {
  /** CloudEvents source of everything that the demo's CRM sends. */
  public static final String SOURCE = "/crm";

  private static final String CURRENCY = "USD";

  /** All events of the data set, in the order they occurred. */
  public static List<CrmEvent> of(CrmData data) {
    return data.deals().stream()
        .flatMap(CrmEvent::of)
        .sorted(Comparator.comparing(CrmEvent::occurredAt).thenComparing(CrmEvent::id))
        .toList();
  }

  /** When it happened. */
  public Instant occurredAt() {
    return data.occurredAt();
  }

  private static Stream<CrmEvent> of(Deal deal) {
    List<CrmEvent> events = new ArrayList<>();
    events.add(
        new CrmEvent(
            deal.id() + "/created",
            EventType.DEAL_CREATED,
            fact(deal, deal.engaged(), "Engaging", null)));
    Closing closing = deal.closing();
    if (closing != null) {
      events.add(closing.won() ? won(deal, closing) : lost(deal, closing));
    }
    return events.stream();
  }

  private static CrmEvent won(Deal deal, Closing closing) {
    Money amount = new Money(closing.value(), CURRENCY);
    return new CrmEvent(
        deal.id() + "/won", EventType.DEAL_WON, fact(deal, closing.date(), "Won", amount));
  }

  private static CrmEvent lost(Deal deal, Closing closing) {
    return new CrmEvent(
        deal.id() + "/lost", EventType.DEAL_LOST, fact(deal, closing.date(), "Lost", null));
  }

  private static SalesEvent fact(Deal deal, LocalDate day, String stage, @Nullable Money amount) {
    Account account = deal.account();
    return new SalesEvent(
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        Organisation.idOf(deal.agent().name()),
        List.of(),
        amount,
        stage,
        account == null ? null : account.name(),
        deal.product().name(),
        null,
        deal.id(),
        null,
        null,
        attributes(deal),
        null,
        null,
        null,
        null);
  }

  private static Map<String, Object> attributes(Deal deal) {
    Map<String, Object> attributes = new TreeMap<>();
    attributes.put("region", Organisation.idOf(deal.agent().region()));
    attributes.put("series", deal.product().series());
    attributes.put("listPrice", deal.product().listPrice().longValueExact());
    Account account = deal.account();
    if (account != null) {
      attributes.put("sector", account.sector());
      attributes.put("country", account.country());
    }
    return attributes;
  }
}
