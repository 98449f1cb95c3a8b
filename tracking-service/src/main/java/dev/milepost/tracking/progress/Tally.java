package dev.milepost.tracking.progress;

import dev.milepost.tracking.catalogue.Contribution;
import java.math.BigDecimal;

/**
 * The fold of entries: of all of a goal, which is the value of a flow, or of a span of a level.
 *
 * @param numerator sum of the numerators; of a metric that counts keys how many count
 * @param denominator sum of the denominators
 */
record Tally(BigDecimal numerator, BigDecimal denominator) {

  static Tally of(Contribution contribution) {
    return new Tally(BigDecimal.ZERO, BigDecimal.ZERO).plus(contribution);
  }

  Tally plus(Contribution contribution) {
    BigDecimal more = contribution.denominator();
    return new Tally(
        numerator.add(contribution.numerator()),
        more == null ? denominator : denominator.add(more));
  }

  Tally plus(Tally other) {
    return new Tally(numerator.add(other.numerator), denominator.add(other.denominator));
  }

  /** The value of a flow. A goal without sales has 0. */
  BigDecimal value() {
    return Decimals.shortest(numerator);
  }
}
