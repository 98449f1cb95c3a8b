package dev.milepost.tracking.recording;

import static dev.milepost.tracking.scenario.World.always;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.Dated;
import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.contract.Money;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.SalesEvent.Split;
import dev.milepost.tracking.scenario.SoldEvents;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A quarter made up by chance: what was sold, changed and taken back, and who was in which team.
 * What it adds up to depends on nothing else, so not on the order in which it is told.
 *
 * @param run names everything in it, so that no two histories meet
 * @param facts sales, and versions of sales
 * @param east members of one team of the company
 * @param west members of the other
 * @param later ids of what is told when all the rest was
 */
record RandomHistory(
    String run, List<Fact> facts, List<Dated> east, List<Dated> west, Set<String> later) {
  private static final int DEALS = 60;
  private static final int RETURNS = 12;
  private static final List<String> SELLERS = List.of("-a", "-b", "-c", "-d");

  /** When much happens at once: periods, windows, rules and memberships change, or all is due. */
  private static final List<Instant> BUSY =
      List.of(
          World.START.minus(Duration.ofDays(30)),
          World.START,
          World.START.plus(Duration.ofDays(20)),
          Recomputation.RULE_FROM,
          World.START.plus(Duration.ofDays(46)),
          World.END.minus(Duration.ofDays(30)),
          World.START.plus(Duration.ofDays(80)),
          World.END.minusMillis(1),
          World.END);

  /** One event of the history, as its source tells it. */
  record Told(String id, EventType type, SalesEvent data) {}

  /** A reversal of all of a sale, or of an amount. */
  record Undo(String id, Optional<BigDecimal> amount) {}

  /**
   * A sale, or one version of a sale.
   *
   * @param undone what of it was taken back
   * @param inForce whether no higher version of it was ever told
   * @param original when what it returns happened; nothing when it names nothing
   */
  record Fact(
      String id,
      EventType type,
      SalesEvent data,
      List<Undo> undone,
      boolean inForce,
      Optional<Instant> original) {

    /** The part of it that counts. */
    BigDecimal left() {
      BigDecimal amount = amount();
      BigDecimal taken =
          undone.stream()
              .map(undo -> undo.amount().orElse(amount))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal left = BigDecimal.ONE.subtract(taken.divide(amount, 18, RoundingMode.UNNECESSARY));
      return inForce ? left.max(BigDecimal.ZERO) : BigDecimal.ZERO;
    }

    /** The same while only others than these are told, and only these facts. */
    private Fact without(Set<String> later, List<Fact> told) {
      return new Fact(
          id,
          type,
          data,
          undone.stream().filter(undo -> !later.contains(undo.id())).toList(),
          told.stream().noneMatch(this::isOlderThan),
          original);
    }

    private boolean isOlderThan(Fact other) {
      return data.entityKey() != null
          && data.entityKey().equals(other.data.entityKey())
          && data.entityVersion() < other.data.entityVersion();
    }

    boolean isWon() {
      return type == EventType.DEAL_WON;
    }

    Instant at() {
      return data.occurredAt();
    }

    /** When it counts for a metric. */
    Instant at(MetricVersion metric) {
      return metric.returnsOrDefault() == Returns.ORIGINAL ? original.orElse(at()) : at();
    }

    BigDecimal amount() {
      return data.amount().amount();
    }

    /** The event itself and everything that takes some of it back. */
    Stream<Told> told(String source) {
      return Stream.concat(
          Stream.of(new Told(id, type, data)),
          undone.stream().map(undo -> reversal(source, undo.id(), id, undo.amount())));
    }
  }

  static RandomHistory of(String run, long seed) {
    Random random = new Random(seed);
    List<Fact> facts = new ArrayList<>();
    for (int deal = 0; deal < DEALS; deal++) {
      int versions = random.nextInt(4) == 0 ? 2 + random.nextInt(3) : 1;
      String entity = versions == 1 ? null : run + "/" + deal;
      for (int version = 1; version <= versions; version++) {
        facts.add(fact(run, facts.size(), entity, version, versions, random));
      }
    }
    facts.addAll(returns(run, facts, random));
    List<List<Dated>> teams = teams(run, random);
    Set<String> later = later(facts, random);
    return new RandomHistory(run, facts, teams.getFirst(), teams.getLast(), later);
  }

  /** Some of what takes sales back, and some sales, versions and returns with all of that. */
  private static Set<String> later(List<Fact> facts, Random random) {
    Set<String> returned =
        facts.stream()
            .flatMap(fact -> Stream.ofNullable(fact.data().returnOf()))
            .map(SaleRef::id)
            .collect(Collectors.toSet());
    Set<String> later = new HashSet<>();
    for (Fact fact : facts) {
      boolean whole = !returned.contains(fact.id()) && random.nextInt(8) == 0;
      if (whole) {
        later.add(fact.id());
      }
      fact.undone().stream()
          .filter(undo -> whole || random.nextInt(4) == 0)
          .forEach(undo -> later.add(undo.id()));
    }
    return later;
  }

  /**
   * Each seller but one changes the team once, some with days between; another way is told first.
   */
  static List<List<Dated>> teams(String run, Random random) {
    List<Dated> east = new ArrayList<>();
    List<Dated> west = new ArrayList<>(List.of(always(run + "-d")));
    for (String seller : SELLERS.subList(0, 3)) {
      Instant left = World.START.plus(Duration.ofDays(10 * random.nextInt(9)));
      Instant came = random.nextInt(3) == 0 ? left.plus(Duration.ofDays(5)) : left;
      boolean westward = random.nextBoolean();
      (westward ? east : west).add(new Dated(run + seller, null, left));
      (westward ? west : east).add(new Dated(run + seller, came, null));
    }
    return List.of(east, west);
  }

  /** The same without anything that leaves no trace, in the order in which it happened. */
  RandomHistory plain() {
    List<Fact> left =
        facts.stream()
            .filter(fact -> fact.left().signum() > 0)
            .sorted(Comparator.comparing(Fact::at))
            .toList();
    return new RandomHistory(run, left, east, west, Set.of());
  }

  /** The same as far as it was told before the rest. */
  RandomHistory before() {
    List<Fact> told = facts.stream().filter(fact -> !later.contains(fact.id())).toList();
    List<Fact> before = told.stream().map(fact -> fact.without(later, told)).toList();
    return new RandomHistory(run, before, east, west, Set.of());
  }

  /** The rest. */
  List<Told> toldLater() {
    return told().stream().filter(event -> later.contains(event.id())).toList();
  }

  /** Where everything in it comes from. */
  String source() {
    return "/" + run;
  }

  /** All that is told, once each. One reversal waits for a sale that is never told. */
  List<Told> told() {
    return Stream.concat(
            facts.stream().flatMap(fact -> fact.told(source())),
            Stream.of(reversal(source(), run + "-waits", run + "-missing", Optional.empty())))
        .toList();
  }

  private static Told reversal(
      String source, String id, String original, Optional<BigDecimal> amount) {
    Instant day = Instant.parse("2017-12-24T00:00:00Z");
    SaleRef reverses = new SaleRef(source, original);
    return new Told(
        id, EventType.EVENT_REVERSED, SoldEvents.reversal(reverses, amount.orElse(null), day));
  }

  private static Fact fact(
      String run, int no, String entity, long version, long versions, Random random) {
    BigDecimal amount = BigDecimal.valueOf(4L * (1 + random.nextInt(50)));
    Instant at = time(no, random);
    List<Split> splits = splits(run, random);
    String customer = run + "-customer-" + random.nextInt(25);
    String product = random.nextInt(3) == 0 ? run + "-box" : run + "-bag";
    List<Undo> undone = undone(run + "-" + no + "-undo-", amount, random);
    boolean credited = undone.isEmpty() && random.nextInt(12) == 0;
    SalesEvent data =
        new SalesEvent(
            at,
            null,
            splits,
            new Money(credited ? amount.negate() : amount, "USD"),
            null,
            customer,
            product,
            null,
            null,
            entity,
            entity == null ? null : version,
            Map.of(),
            null,
            null,
            null,
            null);
    EventType type = random.nextInt(4) == 0 ? EventType.DEAL_LOST : EventType.DEAL_WON;
    return new Fact(run + "-" + no, type, data, undone, version == versions, Optional.empty());
  }

  /** Parts of sales that stand are given back, before or after the sale itself by their date. */
  private static List<Fact> returns(String run, List<Fact> facts, Random random) {
    List<Fact> standing = facts.stream().filter(fact -> fact.left().signum() > 0).toList();
    return IntStream.range(0, RETURNS)
        .mapToObj(i -> standing.get(random.nextInt(standing.size())))
        .map(sale -> givenBack(run, facts.size() + random.nextInt(1000), sale, random))
        .toList();
  }

  private static Fact givenBack(String run, int no, Fact sale, Random random) {
    String id = run + "-back-" + no + "-" + sale.id();
    SalesEvent data =
        SoldEvents.saleTo(
            sale.data().customer(),
            null,
            sale.data().splits(),
            Integer.toString(-4 * (1 + random.nextInt(20))),
            time(no, random).toString());
    List<Undo> undone =
        random.nextInt(5) == 0 ? List.of(new Undo(id + "-undo", Optional.empty())) : List.of();
    return new Fact(
        id,
        sale.type(),
        SoldEvents.returnOf(new SaleRef("/" + run, sale.id()), data),
        undone,
        true,
        Optional.of(sale.at()));
  }

  /** From 40 days before the quarter to 3 days after it; half of the times are shared by many. */
  private static Instant time(int no, Random random) {
    if (random.nextBoolean()) {
      return BUSY.get(random.nextInt(BUSY.size()));
    }
    return World.START
        .minus(Duration.ofDays(40))
        .plus(Duration.ofMinutes(random.nextInt(135 * 24 * 60)))
        .plusMillis(no);
  }

  /** One seller, two or three, or nobody; sometimes somebody beside them. */
  private static List<Split> splits(String run, Random random) {
    int first = random.nextInt(SELLERS.size());
    List<String> shares =
        switch (random.nextInt(12)) {
          case 0 -> List.of();
          case 1, 2, 3 -> List.of("0.6", "0.4");
          case 4, 5 -> List.of("0.5", "0.3", "0.2");
          default -> List.of("1");
        };
    List<Split> splits = new ArrayList<>();
    IntStream.range(0, shares.size())
        .mapToObj(i -> SoldEvents.split(seller(run, first + i), shares.get(i)))
        .forEach(splits::add);
    if (!splits.isEmpty() && random.nextInt(3) == 0) {
      String beside = random.nextBoolean() ? run + "-o" : seller(run, first);
      splits.add(new Split(beside, new BigDecimal("0.25"), CreditType.OVERLAY));
    }
    return splits;
  }

  private static String seller(String run, int no) {
    return run + SELLERS.get(no % SELLERS.size());
  }

  private static List<Undo> undone(String id, BigDecimal amount, Random random) {
    Optional<BigDecimal> quarter = Optional.of(amount.divide(BigDecimal.valueOf(4)));
    Optional<BigDecimal> half = Optional.of(amount.divide(BigDecimal.TWO));
    List<Optional<BigDecimal>> amounts =
        switch (random.nextInt(10)) {
          case 0 -> List.of(Optional.empty());
          case 1 -> List.of(quarter);
          case 2 -> List.of(quarter, half);
          case 3 -> List.of(quarter, Optional.empty());
          case 4 -> List.of(half, quarter, half);
          default -> List.of();
        };
    return IntStream.range(0, amounts.size())
        .mapToObj(i -> new Undo(id + i, amounts.get(i)))
        .toList();
  }
}
