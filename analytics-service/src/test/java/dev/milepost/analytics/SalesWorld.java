package dev.milepost.analytics;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricDefined;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.Money;
import dev.milepost.contract.SaleCredit;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the sales of one test, apart from those of all others by their document id. */
public final class SalesWorld {
  private final String name;
  private final List<Told> told = new ArrayList<>();

  /** An empty world. */
  public SalesWorld(String name) {
    this.name = name;
  }

  /** Everything that is to be told. */
  public List<Told> told() {
    return List.copyOf(told);
  }

  /** The sale with a number. */
  public SaleRef ref(String sale) {
    return new SaleRef(Told.SOURCE, name + "-" + sale);
  }

  /** A sale to a customer on a day, or at an instant; who is credited comes apart. */
  public SalesWorld sale(
      String sale, EventType type, String day, @Nullable String amount, String customer) {
    SalesEvent data =
        new SalesEvent(
            at(day),
            null,
            List.of(),
            amount == null ? null : new Money(new BigDecimal(amount), "USD"),
            null,
            customer,
            null,
            null,
            name,
            null,
            null,
            Map.of(),
            null,
            null,
            null,
            null);
    told.add(new Told(type, sale, ref(sale).id(), data));
    return this;
  }

  /** A DIRECT share of a sale. */
  public SalesWorld credit(
      String sale, String day, String participant, String share, List<String> teams) {
    credit(sale, day, participant, CreditType.DIRECT, 0, share, teams);
    return this;
  }

  /** A share that counts for nothing but what names it. */
  public SalesWorld overlay(String sale, String day, String participant, String share) {
    credit(sale, day, participant, CreditType.OVERLAY, 0, share, List.of());
    return this;
  }

  /** What takes a DIRECT share back. */
  public SalesWorld reversal(
      String sale, String day, String participant, String share, List<String> teams) {
    credit(sale, day, participant, CreditType.DIRECT, 1, "-" + share, teams);
    return this;
  }

  /** A DIRECT share of a sale that was credited anew: voided, and made again under other teams. */
  public SalesWorld moved(
      String sale, String day, String participant, String share, List<String> to) {
    SaleRef ref = ref(sale);
    String id = ref.id() + "/" + participant + "/" + CreditType.DIRECT;
    told.stream()
        .filter(one -> one.id().equals(id + "/0"))
        .map(one -> (SaleCredit) one.data())
        .toList()
        .forEach(credit -> credit(ref, id, day, participant, 1, "-" + share, credit.teams()));
    credit(ref, id + "/anew", day, participant, 0, share, to);
    return this;
  }

  private void credit(
      SaleRef sale,
      String creditId,
      String day,
      String participant,
      int revision,
      String share,
      List<String> teams) {
    EventType type = revision == 0 ? EventType.SALE_CREDITED : EventType.CREDIT_REVERSED;
    SaleCredit credit =
        new SaleCredit(
            creditId,
            revision,
            sale,
            EventType.DEAL_WON.typeName(),
            at(day),
            at(day).plusSeconds(120),
            participant,
            CreditType.DIRECT,
            new BigDecimal(share),
            null,
            teams,
            List.of(),
            null);
    told.add(new Told(type, participant, creditId + "/" + revision, credit));
  }

  /** A metric over the sales of this world; its definition is told with them. */
  public MetricVersion metric(MetricVersion metric) {
    MetricVersion own = TestMetrics.only(name, metric);
    told.add(defined(own));
    return own;
  }

  /** The definition of a metric. */
  public static Told defined(MetricVersion metric) {
    return new Told(
        EventType.METRIC_DEFINED,
        metric.key(),
        metric.key() + "-" + metric.version(),
        new MetricDefined(metric.key(), metric.version(), List.of(metric)));
  }

  private void credit(
      String sale,
      String day,
      String participant,
      CreditType creditType,
      int revision,
      String share,
      List<String> teams) {
    String creditId = ref(sale).id() + "/" + participant + "/" + creditType;
    EventType type = revision == 0 ? EventType.SALE_CREDITED : EventType.CREDIT_REVERSED;
    SaleRef reversedBy = revision == 0 ? null : ref(sale + "-reversal");
    SaleCredit credit =
        new SaleCredit(
            creditId,
            revision,
            ref(sale),
            EventType.DEAL_WON.typeName(),
            at(day),
            at(day).plusSeconds(60),
            participant,
            creditType,
            new BigDecimal(share),
            null,
            teams,
            List.of(),
            reversedBy);
    told.add(new Told(type, participant, creditId + "/" + revision, credit));
  }

  private static Instant at(String dayOrInstant) {
    return Instant.parse(dayOrInstant.contains("T") ? dayOrInstant : dayOrInstant + "T12:00:00Z");
  }
}
