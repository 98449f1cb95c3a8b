package dev.milepost.systemtest;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.SalesEvent.Split;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One of many sales, of which everything follows from its number: one seller or two, one in fifty
 * taken back, one in twenty sent twice. They come in another order than they occurred.
 */
record StreamedSale(int number) {
  static final String SOURCE = "/stream";
  static final Owner COMPANY = Owner.team("stream-company");
  private static final Instant START = Instant.parse("2017-10-01T00:00:00Z");
  private static final int SELLERS = 20;

  /** A prime number of seconds, most of the quarter: no two sales have one time. */
  private static final long SPAN = 7_600_003;

  static Stream<StreamedSale> all(int from, int to) {
    return IntStream.range(from, to).mapToObj(StreamedSale::new);
  }

  static List<Owner> owners() {
    List<Owner> owners = new ArrayList<>(List.of(COMPANY));
    IntStream.range(0, SELLERS).mapToObj(no -> Owner.participant(seller(no))).forEach(owners::add);
    return owners;
  }

  private static String seller(int no) {
    return "stream-" + no % SELLERS;
  }

  String id() {
    return "sale-" + number;
  }

  Instant at() {
    return START.plusSeconds(number * 7_919L % SPAN);
  }

  boolean isTakenBack() {
    return number % 50 == 7;
  }

  boolean isRepeated() {
    return number % 20 == 0;
  }

  private BigDecimal amount() {
    return new BigDecimal(1 + number % 97 + ".25");
  }

  private List<Split> splits() {
    Split first = new Split(seller(number), new BigDecimal("0.6"), null);
    return number % 10 == 3
        ? List.of(first, new Split(seller(number + 7), new BigDecimal("0.4"), null))
        : List.of(new Split(seller(number), BigDecimal.ONE, null));
  }

  /** What an owner has of it in the end. */
  BigDecimal of(Owner owner) {
    if (isTakenBack()) {
      return BigDecimal.ZERO;
    }
    return splits().stream()
        .filter(split -> owner.equals(COMPANY) || owner.id().equals(split.participantId()))
        .map(split -> amount().multiply(split.share()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** All that is sent of it, in order. */
  Stream<ProducerRecord<String, String>> records() {
    SalesEvent sold = SalesEvent.sold(at(), null, splits(), new Money(amount(), "USD"));
    var sale = PlainKafka.event(EventType.ORDER_PLACED, seller(number), SOURCE, id(), sold);
    List<ProducerRecord<String, String>> records = new ArrayList<>(List.of(sale));
    if (isRepeated()) {
      records.add(sale);
    }
    if (isTakenBack()) {
      records.add(reversal());
    }
    return records.stream();
  }

  private ProducerRecord<String, String> reversal() {
    SalesEvent data =
        new SalesEvent(
            at().plusSeconds(1),
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
            new SaleRef(SOURCE, id()),
            null,
            "cancelled",
            null);
    return PlainKafka.event(
        EventType.EVENT_REVERSED, seller(number + 1), SOURCE, id() + "-undo", data);
  }
}
