package dev.milepost.tracking.outcome;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.tracking.catalogue.MetricConditions;
import dev.milepost.tracking.catalogue.MetricConditions.Miss;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.exchange.Amounts;
import dev.milepost.tracking.exchange.RateKey;
import dev.milepost.tracking.sale.Original;
import dev.milepost.tracking.sale.Sale;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first condition that failed, in the order in which counting asks: is the goal alive, is
 * the original of a return there if the metric asks for it, does the sale lie in its period, is the
 * kind of credit one that it takes, is there the exchange rate that its metric asks for, does the
 * metric count the sale, was the return credited anew after its original came, was its key never
 * seen before if the metric asks for that. Lives for one answer; each metric is taken apart once.
 */
final class WhyNot {
  private final Sale sale;
  private final List<Credit> credits;
  private final @Nullable Original original;
  private final ExpressionCompiler compiler;
  private final Amounts amounts;
  private final Map<MetricVersion, Optional<Miss>> misses = new HashMap<>();

  /**
   * For one sale and all its credits.
   *
   * @param original what the sale is a return of, once that is recorded
   * @param amounts of the sale, in the units of the metrics that are asked about
   */
  WhyNot(
      Sale sale,
      List<Credit> credits,
      @Nullable Original original,
      ExpressionCompiler compiler,
      Amounts amounts) {
    this.sale = sale;
    this.credits = credits;
    this.original = original;
    this.compiler = compiler;
    this.amounts = amounts;
  }

  /** Why the goal has no line of the sale. */
  Reason of(Candidate candidate) {
    TrackedGoal goal = candidate.goal();
    List<Credit> own = candidate.own(credits);
    if (goal.snapshot().state() == GoalSnapshot.State.CANCELLED) {
      return Reason.of("GOAL_CANCELLED");
    }
    boolean placed = own.stream().anyMatch(credit -> credit.isPlaced(goal.returns()));
    if (!placed && original == null) {
      return ofOriginal("ORIGINAL_NOT_KNOWN");
    }
    if (!takesOneOf(goal, Candidate.types(own))) {
      return takesOneOf(goal, goal.snapshot().creditTypes())
          ? creditType(goal, Candidate.types(own))
          : period(goal);
    }
    MetricVersion metric = goal.snapshot().metric();
    Amounts asked = amounts.anew();
    boolean counts =
        goal.measure().of(sale.type().typeName(), sale.data(), asked.of(sale, metric)).isPresent();
    if (!asked.missing().isEmpty()) {
      return withoutRate(metric, asked.missing());
    }
    if (!counts) {
      return metric(metric);
    }
    if (!placed) {
      return ofOriginal("RE_CREDITING_PENDING");
    }
    if (candidate.isStillToCome(own)) {
      return Reason.of("BACK_FILL_PENDING");
    }
    return goal.measure().isFirstEver() ? seenBefore(metric) : Reason.of("NOT_BOOKED");
  }

  private static Reason seenBefore(MetricVersion metric) {
    return new Reason(
        "KEY_SEEN_BEFORE",
        Map.of(
            "metric", metric.key(),
            "metricVersion", Integer.toString(metric.version()),
            "expression", String.valueOf(metric.value())));
  }

  private boolean takesOneOf(TrackedGoal goal, Collection<CreditType> types) {
    return types.stream().anyMatch(type -> goal.takes(type, occurredAt(goal)));
  }

  /**
   * The goal counts returns in the time of what they name, and that has not arrived, or the return
   * was not credited anew after it came.
   */
  private Reason ofOriginal(String code) {
    SaleRef named = Objects.requireNonNull(sale.data().returnOf(), "only returns wait");
    return new Reason(code, Map.of("source", named.source(), "id", named.id()));
  }

  private Reason period(TrackedGoal goal) {
    Instant start = goal.snapshot().period().start();
    Instant end = goal.snapshot().period().end();
    Instant occurredAt = occurredAt(goal);
    boolean before = occurredAt.isBefore(start);
    return new Reason(
        before ? "BEFORE_PERIOD" : "AFTER_PERIOD",
        Map.of(
            "occurredAt", occurredAt.toString(),
            "start", start.toString(),
            "end", end.toString()));
  }

  private static Reason creditType(TrackedGoal goal, Set<CreditType> given) {
    return new Reason(
        "CREDIT_TYPE_NOT_TAKEN",
        Map.of("given", names(given), "taken", names(goal.snapshot().creditTypes())));
  }

  private static Reason withoutRate(MetricVersion metric, Set<RateKey> missing) {
    return new Reason(
        "NO_EXCHANGE_RATE",
        Map.of(
            "metric", metric.key(),
            "metricVersion", Integer.toString(metric.version()),
            "rate", missing.stream().map(RateKey::toString).collect(Collectors.joining(", "))));
  }

  private Reason metric(MetricVersion metric) {
    Miss miss = misses.computeIfAbsent(metric, this::miss).orElse(whole(metric));
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("metric", metric.key());
    arguments.put("metricVersion", Integer.toString(metric.version()));
    arguments.put("expression", miss.expression());
    if (miss.failure() != null) {
      arguments.put("failure", miss.failure());
    }
    return new Reason(miss.kind().name(), arguments);
  }

  private Optional<Miss> miss(MetricVersion metric) {
    return MetricConditions.of(metric, compiler)
        .miss(sale.type().typeName(), sale.data(), amounts.of(sale, metric));
  }

  private static Miss whole(MetricVersion metric) {
    return new Miss(MetricConditions.Kind.CONDITION_NOT_MET, metric.qualifies(), null);
  }

  private static String names(Collection<CreditType> types) {
    return types.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
  }

  /** All credits of a sale stand in the same time, or will once they are made anew. */
  private Instant occurredAt(TrackedGoal goal) {
    Credit credit = credits.getFirst();
    return original == null || credit.isPlaced(goal.returns())
        ? credit.occurredAt(goal.returns())
        : original.occurredAt();
  }
}
