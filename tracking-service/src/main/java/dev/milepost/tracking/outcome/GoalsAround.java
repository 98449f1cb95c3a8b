package dev.milepost.tracking.outcome;

import static java.util.stream.Collectors.toSet;

import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.runtime.access.VisibleOwners;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.runtime.problem.Problems;
import dev.milepost.tracking.catalogue.MetricCurrency;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.credit.SaleHistory;
import dev.milepost.tracking.exchange.Amounts;
import dev.milepost.tracking.exchange.Exchange;
import dev.milepost.tracking.sale.Original;
import dev.milepost.tracking.sale.Originals;
import dev.milepost.tracking.sale.Sale;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The goals around a sale: those that counted it, and why the others did not. */
@ApplicationScoped
class GoalsAround {
  private static final int MOST_LINES = 500;
  private static final int MOST_MISSED = 100;

  private static final int MOST_REVERSALS = 100;

  private final OutcomeRows rows;
  private final SaleHistory history;
  private final Originals originals;
  private final ExpressionCompiler compiler;
  private final Exchange exchange;
  private final Problems texts;

  GoalsAround(
      OutcomeRows rows,
      SaleHistory history,
      Originals originals,
      ExpressionCompiler compiler,
      Exchange exchange,
      Problems texts) {
    this.rows = rows;
    this.history = history;
    this.originals = originals;
    this.compiler = compiler;
    this.exchange = exchange;
    this.texts = texts;
  }

  EventOutcome.Around of(Sale sale, Outcome outcome, List<Credit> credits, VisibleOwners visible) {
    List<CountedGoal> counted = CountedGoal.of(rows.lines(sale.no(), visible, MOST_LINES));
    List<Credit> placed = placed(inForce(credits));
    List<Candidate> nearest = rows.uncounted(sale, placed, visible, MOST_MISSED + 1);
    List<Candidate> uncounted = nearest.stream().filter(one -> !one.own(placed).isEmpty()).toList();
    boolean lonely = outcome == Outcome.NOWHERE && uncounted.isEmpty();
    return new EventOutcome.Around(
        lonely ? words(Reason.of("NO_GOAL")) : null,
        counted,
        missed(uncounted, whyNot(sale, placed, uncounted)),
        nearest.size() > MOST_MISSED,
        history.reversedBy(sale.no(), MOST_REVERSALS).stream().map(Undoing::of).toList(),
        history.versions(sale.no()));
  }

  /** Those of which something is left; all of them when everything was taken back. */
  private static List<Credit> inForce(List<Credit> credits) {
    Map<Long, BigDecimal> left = new HashMap<>();
    credits.forEach(credit -> left.merge(credit.creditNo(), credit.share(), BigDecimal::add));
    List<Credit> inForce =
        credits.stream()
            .filter(credit -> Objects.requireNonNull(left.get(credit.creditNo())).signum() != 0)
            .toList();
    return inForce.isEmpty() ? credits : inForce;
  }

  /** Of a return whose original came later, those credits that were made then. */
  private static List<Credit> placed(List<Credit> credits) {
    List<Credit> placed = credits.stream().filter(c -> c.isPlaced(Returns.ORIGINAL)).toList();
    return placed.isEmpty() ? credits : placed;
  }

  private WhyNot whyNot(Sale sale, List<Credit> credits, List<Candidate> candidates) {
    Original original = originals.of(List.of(sale)).get(sale.no());
    return new WhyNot(sale, credits, original, compiler, amounts(sale, candidates));
  }

  private Amounts amounts(Sale sale, List<Candidate> candidates) {
    return exchange.amounts(
        List.of(sale),
        candidates.stream()
            .flatMap(one -> MetricCurrency.of(one.goal().snapshot().metric()).stream())
            .collect(toSet()));
  }

  private List<MissedGoal> missed(List<Candidate> candidates, WhyNot why) {
    return candidates.stream()
        .limit(MOST_MISSED)
        .map(one -> MissedGoal.of(one.goal().snapshot(), words(why.of(one))))
        .toList();
  }

  ReasonView words(Reason reason) {
    return ReasonView.of(reason, texts);
  }
}
