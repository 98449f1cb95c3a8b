package dev.milepost.tracking.progress;

import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Contribution;
import dev.milepost.tracking.catalogue.Measure;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.exchange.Amounts;
import dev.milepost.tracking.sale.Sale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A credit that counts for a goal, and how much.
 *
 * @param goal the goal
 * @param credit the credit or compensation
 * @param contribution what it adds, the credit's share applied
 */
record Line(TrackedGoal goal, Credit credit, Contribution contribution) {

  /** When it counts for the goal: when the sale happened, or what the sale is a return of. */
  Instant occurredAt() {
    return credit.occurredAt(goal.returns());
  }

  /** When it became possible to count it. */
  Instant arrivedAt() {
    return credit.arrivedAt(goal.returns());
  }

  /** The same line, told that its key was seen before the goal's period. */
  Line markedAsSeen() {
    return new Line(goal, credit, contribution.markedAsSeen());
  }

  /** The lines of credits over all goals of the catalogue, credit by credit. */
  static List<Line> of(List<Credit> credits, Catalogue catalogue, Amounts amounts) {
    return of(credits, credit -> credit.candidates(catalogue), amounts);
  }

  /**
   * The lines of credits for one goal that may be candidates of it: whether they are is looked at
   * again, also since a database keeps times less exactly than a sale tells them.
   */
  static List<Line> of(List<Credit> credits, TrackedGoal goal, Amounts amounts) {
    return of(credits, credit -> credit.mayCountFor(goal) ? List.of(goal) : List.of(), amounts);
  }

  private static List<Line> of(
      List<Credit> credits, Function<Credit, List<TrackedGoal>> candidates, Amounts amounts) {
    Map<Evaluated, Optional<Contribution>> evaluated = new HashMap<>();
    List<Line> lines = new ArrayList<>();
    for (Credit credit : credits) {
      for (TrackedGoal goal : candidates.apply(credit)) {
        evaluated
            .computeIfAbsent(
                new Evaluated(credit.sale().no(), goal.measure()),
                e -> value(credit.sale(), goal, amounts))
            .map(whole -> line(goal, credit, whole))
            .filter(line -> !line.contribution().isNothing())
            .ifPresent(lines::add);
      }
    }
    return lines;
  }

  private static Line line(TrackedGoal goal, Credit credit, Contribution whole) {
    return new Line(goal, credit, whole.change(credit.leftBefore(), credit.left()));
  }

  private static Optional<Contribution> value(Sale sale, TrackedGoal goal, Amounts amounts) {
    return goal.measure()
        .of(sale.type().typeName(), sale.data(), amounts.of(sale, goal.snapshot().metric()));
  }

  /** A metric is asked once per sale, however many goals and credits there are. */
  private record Evaluated(long saleNo, Measure measure) {}
}
