package dev.milepost.incentive.ledger;

import dev.milepost.contract.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the amount of a ledger line came about, with the numbers of that moment.
 *
 * @param goalVersion version of the goal that the progress was measured against
 * @param sequence last progress line of the goal that was counted
 * @param actual the goal's value, in its metric's unit; absent when there was no data, and when the
 *     attainment was restated after the close: the value behind that is not told
 * @param target the goal's target, in its metric's unit
 * @param attainment the attainment that was paid; absent when there was no data
 * @param steps the arithmetic, line by line
 */
public record Calculation(
    int goalVersion,
    long sequence,
    @Nullable BigDecimal actual,
    BigDecimal target,
    @Nullable @Ratio BigDecimal attainment,
    List<String> steps) {

  /** The same calculation with one more step. */
  public Calculation then(String step) {
    List<String> more = Stream.concat(steps.stream(), Stream.of(step)).toList();
    return new Calculation(goalVersion, sequence, actual, target, attainment, more);
  }
}
