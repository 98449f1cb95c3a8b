package dev.milepost.tracking.recording;

import dev.milepost.contract.EventType;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.tracking.scenario.SoldEvents;
import dev.milepost.tracking.scenario.Versions;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * News of sales, each told some time after it happened: at once, weeks later, or when the quarter
 * is long over. Some are taken back, some told again in newer versions, in any order.
 */
record ToldSales(List<Told> news) {
  private static final int SIZE = 90;

  /** News, and when they are told. */
  record Told(Instant at, ReceivedEvent event) {}

  /** The news told after one moment and up to another. */
  List<ReceivedEvent> between(Instant after, Instant upTo) {
    return news.stream()
        .filter(told -> told.at().isAfter(after) && !told.at().isAfter(upTo))
        .map(Told::event)
        .toList();
  }

  /** Sales of two participants, from 40 days before the quarter to its end. */
  static ToldSales random(String run, Random random) {
    List<Told> news = new ArrayList<>();
    for (int n = 0; n < SIZE; n++) {
      Instant occurredAt =
          World.START
              .minus(Duration.ofDays(40))
              .plus(Duration.ofMinutes(random.nextInt(132 * 24 * 60)))
              .plusSeconds(n % 60);
      if (random.nextInt(5) == 0) {
        news.addAll(versions(run + "-deal-" + n, run + "-a", occurredAt, random));
      } else {
        news.addAll(sale(run, n, occurredAt, random));
      }
    }
    news.sort(Comparator.comparing(Told::at));
    return new ToldSales(news);
  }

  private static List<Told> sale(String run, int n, Instant occurredAt, Random random) {
    String id = run + "-sale-" + n;
    String one = run + (random.nextInt(3) == 0 ? "-b" : "-a");
    String other = run + (one.endsWith("a") ? "-b" : "-a");
    String amount = Integer.toString(4 * (1 + random.nextInt(50)));
    SalesEvent sale =
        SoldEvents.saleTo(
            run + "-customer-" + random.nextInt(25),
            null,
            random.nextInt(3) == 0
                ? List.of(SoldEvents.split(one, "0.6"), SoldEvents.split(other, "0.4"))
                : List.of(SoldEvents.split(one, "1")),
            amount,
            occurredAt.toString());
    EventType type = random.nextInt(4) == 0 ? EventType.DEAL_LOST : EventType.DEAL_WON;
    List<Told> news = new ArrayList<>();
    news.add(new Told(later(occurredAt, random), event(id, type, sale)));
    if (random.nextInt(4) == 0) {
      Instant undone = later(occurredAt, random);
      BigDecimal part =
          random.nextBoolean() ? null : new BigDecimal(amount).divide(BigDecimal.valueOf(4));
      SalesEvent undo = SoldEvents.reversal(id, part, undone);
      news.add(new Told(undone, event(id + "-undo", EventType.EVENT_REVERSED, undo)));
    }
    return news;
  }

  private static List<Told> versions(String deal, String seller, Instant at, Random random) {
    List<Told> news = new ArrayList<>();
    for (int version = 1; version <= 1 + random.nextInt(3); version++) {
      SalesEvent sale =
          Versions.version(
              deal,
              version,
              seller,
              Integer.toString(10 * (1 + random.nextInt(20))),
              at.toString());
      String id = deal + "-v" + version;
      news.add(new Told(later(at, random), event(id, EventType.DEAL_WON, sale)));
    }
    return news;
  }

  private static Instant later(Instant occurredAt, Random random) {
    int most = List.of(1, 1, 12, 30, 70).get(random.nextInt(5));
    return occurredAt.plus(Duration.ofHours(random.nextInt(most * 24)));
  }

  static ReceivedEvent event(String id, EventType type, SalesEvent data) {
    return new ReceivedEvent(
        World.CRM,
        id,
        type,
        data,
        new byte[0],
        Cause.first(id),
        new ConsumerRecord<>(Topic.SALES_EVENTS.topicName(), 0, 0, new byte[0], new byte[0]));
  }
}
