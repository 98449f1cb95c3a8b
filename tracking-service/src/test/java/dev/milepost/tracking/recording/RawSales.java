package dev.milepost.tracking.recording;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.SalesEvent.Split;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sales as they happened, and what metrics are by them alone: no credits, no entries. */
record RawSales(List<Raw> sales) {
  private static final int SIZE = 60;
  private static final int MINIMUM_SAMPLE = 2;
  private static final Instant WINDOW = World.END.minus(Duration.ofDays(30));

  /**
   * A sale.
   *
   * @param id its id
   * @param won whether it was won
   * @param data what it says
   * @param reversals amounts taken back; an empty one takes back all
   */
  record Raw(String id, boolean won, SalesEvent data, List<Optional<BigDecimal>> reversals) {

    /** The part of it that was not taken back. */
    BigDecimal left() {
      BigDecimal amount = data.amount().amount();
      BigDecimal taken =
          reversals.stream()
              .map(part -> part.orElse(amount))
              .reduce(BigDecimal.ZERO, BigDecimal::add)
              .min(amount);
      return amount.subtract(taken).divide(amount, 18, RoundingMode.HALF_EVEN);
    }

    /** The part of it that is the owner's: everybody in the history is in the team. */
    BigDecimal weightOf(Owner owner) {
      return shares(owner).reduce(BigDecimal.ZERO, BigDecimal::add).multiply(left());
    }

    long creditsOf(Owner owner) {
      return left().signum() == 0 ? 0 : shares(owner).count();
    }

    private Stream<BigDecimal> shares(Owner owner) {
      return data.splits().stream()
          .filter(s -> owner.type() == Owner.Type.TEAM || s.participantId().equals(owner.id()))
          .map(Split::share);
    }

    boolean isIn(Instant from, Instant to) {
      return !data.occurredAt().isBefore(from) && data.occurredAt().isBefore(to);
    }
  }

  /** From 40 days before the quarter to 3 days after it, each at a time of its own. */
  static RawSales random(String run, Random random) {
    List<Raw> sales = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      BigDecimal amount = BigDecimal.valueOf(4L * (1 + random.nextInt(50)));
      Instant occurredAt =
          World.START
              .minus(Duration.ofDays(40))
              .plus(Duration.ofMinutes(random.nextInt(135 * 24 * 60)))
              .plusSeconds(i % 60);
      String one = run + (random.nextBoolean() ? "-a" : "-b");
      String other = run + (one.endsWith("a") ? "-b" : "-a");
      List<Split> splits =
          random.nextInt(3) == 0
              ? List.of(World.split(one, "0.6"), World.split(other, "0.4"))
              : List.of(World.split(one, "1"));
      String customer = run + "-customer-" + random.nextInt(25);
      sales.add(
          new Raw(
              run + "-" + i,
              random.nextInt(4) != 0,
              World.saleTo(customer, null, splits, amount.toString(), occurredAt.toString()),
              reversals(amount, random)));
    }
    return new RawSales(sales);
  }

  private static List<Optional<BigDecimal>> reversals(BigDecimal amount, Random random) {
    BigDecimal quarter = amount.divide(BigDecimal.valueOf(4));
    return switch (random.nextInt(8)) {
      case 0 -> List.of(Optional.empty());
      case 1 -> List.of(Optional.of(quarter));
      case 2 -> List.of(Optional.of(quarter), Optional.of(quarter.multiply(BigDecimal.TWO)));
      case 3 -> List.of(Optional.of(quarter), Optional.empty());
      default -> List.of();
    };
  }

  /** Six aggregations, first-ever keys, and windows over the period. */
  static List<MetricVersion> metrics(String run) {
    List<MetricVersion> metrics = new ArrayList<>();
    for (Aggregation aggregation : Aggregation.values()) {
      metrics.add(metric(run, aggregation, true));
      if (aggregation != Aggregation.SUM && aggregation != Aggregation.COUNT) {
        metrics.add(metric(run, aggregation, false));
      }
    }
    return metrics;
  }

  /** The plain one of an aggregation, or the one with first-ever keys or the period as window. */
  private static MetricVersion metric(String run, Aggregation aggregation, boolean plain) {
    boolean level = !aggregation.isFlow();
    boolean ratio = aggregation == Aggregation.RATIO;
    return new MetricVersion(
        run + "-" + aggregation + (plain ? "" : "-2"),
        1,
        "m",
        "SCORE",
        aggregation,
        Direction.INCREASE,
        "event.type == 'dev.milepost.sales.deal.won'",
        switch (aggregation) {
          case COUNT -> null;
          case DISTINCT_COUNT -> "event.customer";
          case SUM, AVERAGE, LATEST, RATIO -> "event.amount";
        },
        ratio ? "event.type.startsWith('dev.milepost.sales.deal')" : null,
        ratio && plain ? "event.amount" : null,
        aggregation == Aggregation.DISTINCT_COUNT && !plain,
        level && plain ? 30 : null,
        level ? MINIMUM_SAMPLE : null,
        World.START);
  }

  /** The value of a goal of this owner; null when there is none. */
  BigDecimal value(MetricVersion metric, Owner owner) {
    Instant from = metric.windowDays() == null ? World.START : WINDOW;
    List<Raw> all = sales.stream().filter(sale -> sale.isIn(from, World.END)).toList();
    List<Raw> own = all.stream().filter(s -> s.weightOf(owner).signum() > 0).toList();
    List<Raw> won = own.stream().filter(Raw::won).toList();
    Function<Raw, BigDecimal> amount = sale -> sale.data().amount().amount();
    Function<Raw, BigDecimal> one = sale -> BigDecimal.ONE;
    return switch (metric.aggregation()) {
      case SUM -> sum(won, owner, amount);
      case COUNT -> sum(won, owner, one);
      case DISTINCT_COUNT -> BigDecimal.valueOf(customers(won, metric).size());
      case AVERAGE -> mean(won, owner, sum(won, owner, amount), sum(won, owner, one));
      case RATIO ->
          mean(
              own,
              owner,
              sum(won, owner, amount),
              sum(own, owner, metric.denominatorValue() == null ? one : amount));
      case LATEST ->
          credits(won, owner) < MINIMUM_SAMPLE
              ? null
              : won.stream()
                  .max(Comparator.comparing(sale -> sale.data().occurredAt()))
                  .map(amount)
                  .orElse(null);
    };
  }

  private Set<String> customers(List<Raw> won, MetricVersion metric) {
    Set<String> before =
        sales.stream()
            .filter(Raw::won)
            .filter(sale -> sale.left().signum() > 0)
            .filter(sale -> sale.data().occurredAt().isBefore(World.START))
            .map(sale -> sale.data().customer())
            .collect(Collectors.toSet());
    Predicate<String> counts = customer -> !metric.firstEver() || !before.contains(customer);
    return won.stream()
        .map(sale -> sale.data().customer())
        .filter(counts)
        .collect(Collectors.toSet());
  }

  private static BigDecimal mean(List<Raw> sales, Owner owner, BigDecimal n, BigDecimal d) {
    return credits(sales, owner) < MINIMUM_SAMPLE || d.signum() == 0
        ? null
        : n.divide(d, 18, RoundingMode.HALF_EVEN);
  }

  private static long credits(List<Raw> sales, Owner owner) {
    return sales.stream().mapToLong(sale -> sale.creditsOf(owner)).sum();
  }

  private static BigDecimal sum(List<Raw> sales, Owner owner, Function<Raw, BigDecimal> value) {
    return sales.stream()
        .map(sale -> value.apply(sale).multiply(sale.weightOf(owner)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
