package dev.milepost.tracking.recording;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.Dated;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SalesEvent.Split;
import dev.milepost.tracking.recording.RandomHistory.Fact;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a history comes to, by its facts alone: no credits, no entries, no order of arrival. Written
 * to be obviously right rather than fast.
 *
 * @param recordedAt when each fact became known; that decides which of several is the latest if all
 *     happened at one instant, and nothing else
 */
record Recomputation(RandomHistory history, Function<Fact, Instant> recordedAt) {
  /** What the history's crediting rule gives to whom, from when on. */
  static final String RULE_SHARE = "0.1";

  static final Instant RULE_FROM = Instant.parse("2017-11-10T00:00:00Z");
  private static final Duration WINDOW = Duration.ofDays(30);
  private static final BigDecimal DAYS =
      BigDecimal.valueOf(Duration.between(World.START, World.END).toDays());

  /** What of a sale is the owner's: a share of what was not taken back. */
  private record Part(Fact fact, BigDecimal weight) {
    BigDecimal amount() {
      return fact.amount();
    }
  }

  /** The value of a goal; none when it has none. */
  Optional<BigDecimal> value(AskedGoal goal) {
    return value(goal, World.END);
  }

  /** By what occurred before an instant. */
  private Optional<BigDecimal> value(AskedGoal goal, Instant end) {
    List<Part> all = parts(goal, end);
    List<Part> won = all.stream().filter(part -> part.fact().isWon()).toList();
    Function<Part, BigDecimal> one = part -> BigDecimal.ONE;
    return switch (goal.metric().aggregation()) {
      case SUM -> Optional.of(sum(won, Part::amount));
      case COUNT -> Optional.of(sum(won, one));
      case DISTINCT_COUNT -> Optional.of(BigDecimal.valueOf(customers(won, goal.metric()).size()));
      case AVERAGE -> mean(won, sum(won, Part::amount), sum(won, one));
      case RATIO -> {
        boolean counts = goal.metric().denominatorValue() == null;
        yield mean(all, sum(won, Part::amount), sum(all, counts ? one : Part::amount));
      }
      case LATEST ->
          events(won) < AskedGoal.MINIMUM_SAMPLE
              ? Optional.empty()
              : won.stream().map(Part::fact).max(latest()).map(Fact::amount);
    };
  }

  private Comparator<Fact> latest() {
    return Comparator.comparing((Fact fact) -> fact.at())
        .thenComparing(recordedAt)
        .thenComparing(Fact::id);
  }

  /** Whether the value is that of one of several sales, all of which happened last. */
  boolean dependsOnOrder(AskedGoal goal) {
    List<Instant> times =
        parts(goal, World.END).stream()
            .map(Part::fact)
            .filter(Fact::isWon)
            .distinct()
            .map(Fact::at)
            .sorted(Comparator.reverseOrder())
            .toList();
    return goal.metric().aggregation() == Aggregation.LATEST
        && times.size() > 1
        && times.get(0).equals(times.get(1));
  }

  /** How much of the way is done now that the quarter is over, to ten digits. */
  Optional<BigDecimal> attainment(AskedGoal goal) {
    BigDecimal target = goal.target();
    BigDecimal baseline = goal.baseline();
    return value(goal)
        .map(
            value ->
                goal.grows()
                    ? value.divide(target, 10, RoundingMode.FLOOR)
                    : baseline
                        .subtract(value)
                        .divide(baseline.subtract(target), 10, RoundingMode.FLOOR));
  }

  /** When a threshold was first reached; nothing when the value is below it in the end. */
  Optional<Instant> reachedAt(AskedGoal goal, String threshold) {
    BigDecimal bar = goal.target().multiply(new BigDecimal(threshold));
    if (value(goal).orElseThrow().compareTo(bar) < 0) {
      return Optional.empty();
    }
    return history.facts().stream()
        .map(fact -> fact.at(goal.metric()))
        .distinct()
        .sorted()
        .filter(at -> value(goal, at.plusMillis(1)).orElseThrow().compareTo(bar) >= 0)
        .findFirst();
  }

  /**
   * When a milestone is reached that is tested on its due date: then, if enough of the way is done
   * by what happened before it.
   */
  Optional<Instant> reachedWhenDue(AskedGoal goal, String threshold) {
    BigDecimal days = new BigDecimal(threshold).multiply(DAYS).setScale(0, RoundingMode.CEILING);
    Instant due = World.START.plus(Duration.ofDays(days.longValueExact()));
    BigDecimal whole = goal.target().subtract(goal.baseline());
    boolean flow = goal.metric().aggregation().isFlow();
    // Times the number of days, so that nothing is divided.
    BigDecimal start = goal.baseline().multiply(flow ? days : DAYS);
    BigDecimal bar = start.add(whole.multiply(new BigDecimal(threshold)).multiply(DAYS));
    return value(goal, due)
        .filter(value -> value.multiply(DAYS).compareTo(bar) * whole.signum() >= 0)
        .map(value -> due);
  }

  /** What becomes of a sale. */
  String outcome(Fact fact, List<AskedGoal> goals) {
    if (!fact.inForce()) {
      return "SUPERSEDED";
    }
    if (fact.left().signum() == 0) {
      return "REVERSED";
    }
    return goals.stream().anyMatch(goal -> counts(fact, goal)) ? "COUNTED" : "NOWHERE";
  }

  /** A level over trailing days also remembers those before its period. */
  private boolean counts(Fact fact, AskedGoal goal) {
    MetricVersion metric = goal.metric();
    Instant from = metric.windowDays() == null ? World.START : World.START.minus(WINDOW);
    return (fact.isWon() || metric.aggregation() == Aggregation.RATIO)
        && isIn(fact.at(metric), from, World.END)
        && shares(fact, goal).findAny().isPresent();
  }

  private static boolean isIn(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /** What is in the goal's period, or in its window that ends at an instant. */
  private List<Part> parts(AskedGoal goal, Instant end) {
    Instant start = goal.metric().windowDays() == null ? World.START : end.minus(WINDOW);
    return history.facts().stream()
        .filter(fact -> fact.left().signum() > 0 && isIn(fact.at(goal.metric()), start, end))
        .flatMap(
            fact -> shares(fact, goal).map(share -> new Part(fact, share.multiply(fact.left()))))
        .toList();
  }

  /** The owner's shares of a sale; a team has those of who was in it on the day it counts for. */
  private Stream<BigDecimal> shares(Fact fact, AskedGoal goal) {
    CreditType type = goal.creditType();
    Stream<BigDecimal> named =
        fact.data().splits().stream()
            .filter(split -> type(split) == type)
            .filter(split -> isOwn(split.participantId(), goal.owner(), fact.at(goal.metric())))
            .map(Split::share);
    boolean ruled =
        type == CreditType.OVERLAY
            && Objects.requireNonNullElse(fact.data().product(), "").endsWith("-box")
            && !fact.at().isBefore(RULE_FROM);
    return ruled ? Stream.concat(named, Stream.of(new BigDecimal(RULE_SHARE))) : named;
  }

  private static CreditType type(Split split) {
    return split.creditType() == null ? CreditType.DIRECT : split.creditType();
  }

  private boolean isOwn(String participant, Owner owner, Instant at) {
    if (owner.type() == Owner.Type.PARTICIPANT) {
      return owner.id().equals(participant);
    }
    boolean east = isIn(history.east(), participant, at);
    return owner.id().endsWith("-east") ? east : east || isIn(history.west(), participant, at);
  }

  private static boolean isIn(List<Dated> members, String participant, Instant at) {
    return members.stream().anyMatch(m -> m.value().equals(participant) && m.holdsAt(at));
  }

  private Set<String> customers(List<Part> won, MetricVersion metric) {
    Set<String> before =
        history.facts().stream()
            .filter(fact -> fact.isWon() && fact.left().signum() > 0)
            .filter(fact -> fact.at(metric).isBefore(World.START))
            .map(fact -> fact.data().customer())
            .collect(Collectors.toSet());
    return won.stream()
        .map(part -> part.fact().data().customer())
        .filter(customer -> !metric.firstEver() || !before.contains(customer))
        .collect(Collectors.toSet());
  }

  /** A sale is one of the sample however many of its shares are the owner's. */
  private static long events(List<Part> parts) {
    return parts.stream().map(Part::fact).distinct().count();
  }

  private static Optional<BigDecimal> mean(List<Part> parts, BigDecimal n, BigDecimal d) {
    return events(parts) < AskedGoal.MINIMUM_SAMPLE || d.signum() == 0
        ? Optional.empty()
        : Optional.of(n.divide(d, 18, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal sum(List<Part> parts, Function<Part, BigDecimal> value) {
    return parts.stream()
        .map(part -> value.apply(part).multiply(part.weight()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
