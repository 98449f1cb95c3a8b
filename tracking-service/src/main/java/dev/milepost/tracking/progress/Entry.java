package dev.milepost.tracking.progress;

import dev.milepost.contract.SaleCredit;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.source.GoalSources.GoalSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line that is booked.
 *
 * @param sequence its number among the goal's, from 1
 * @param line what is booked
 * @param kind how it came about
 * @param recordedAt when
 */
record Entry(long sequence, Line line, Kind kind, Instant recordedAt) {

  TrackedGoal goal() {
    return line.goal();
  }

  /** What it adds to the sample of a level; null in the ledger of a flow. */
  @Nullable Integer sample() {
    return goal().snapshot().metric().aggregation().isFlow() ? null : line.contribution().sample();
  }

  /** Whether no earlier transaction can have made one of the same event. */
  boolean isFirstOfItsEvent() {
    return kind == Kind.LIVE && line.credit().revision() == 0 && line.credit().reCredited() == null;
  }

  /** The source of the event that made it. */
  GoalSource contributor() {
    return new GoalSource(goal().no(), line.credit().source());
  }

  /** How the credit's event names it. */
  SaleCredit.Contribution told() {
    return new SaleCredit.Contribution(
        goal().goalId(),
        goal().snapshot().metric().version(),
        sequence,
        Decimals.shortest(line.contribution().numerator()));
  }
}
