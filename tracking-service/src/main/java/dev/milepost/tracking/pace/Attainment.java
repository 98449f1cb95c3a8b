package dev.milepost.tracking.pace;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.tracking.sale.Digits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How much of the way to a goal's target is done. Ratios have ten digits and are rounded down: none
 * reads 1 before the target is reached. They may be negative or above 1.
 *
 * <ul>
 *   <li>Growing flow: {@code actual / target}.
 *   <li>Shrinking flow, to date: {@code (e·baseline − actual) / (e·(baseline − target))}, where
 *       {@code e} is the share of the period's profile that has passed; none while that is 0, final
 *       when it is 1.
 *   <li>Level: {@code (actual − baseline) / (target − baseline)}; none while there is no value.
 * </ul>
 */
public final class Attainment {
  private static final int SCALE = 10;
  private static final int GROWTH_SCALE = 6;
  private static final int AMOUNT_SCALE = 4;

  private final Supplier<ExpectedPath> path;
  private final Way way;
  private final @Nullable BigDecimal baseline;
  private final BigDecimal target;

  private Attainment(GoalSnapshot goal, Supplier<ExpectedPath> path) {
    this.path = path;
    this.way = Way.of(goal.metric());
    this.baseline = goal.current().baseline();
    this.target = goal.current().target();
  }

  /**
   * Attainment of the target in force.
   *
   * @param path where the goal should be at each moment; asked for only where that matters
   */
  public static Attainment of(GoalSnapshot goal, Supplier<ExpectedPath> path) {
    return new Attainment(goal, path);
  }

  /** The kind of way. */
  public Way way() {
    return way;
  }

  /**
   * Attainment at a moment.
   *
   * @param actual the goal's value at that moment
   */
  public @Nullable BigDecimal at(@Nullable BigDecimal actual, Instant moment) {
    if (actual == null) {
      return null;
    }
    return switch (way) {
      case GROWING_FLOW -> ratio(actual, target);
      case LEVEL -> ratio(actual.subtract(start()), target.subtract(start()));
      case SHRINKING_FLOW -> {
        BigDecimal elapsed = elapsedAt(moment);
        yield elapsed.signum() == 0
            ? null
            : ratio(
                exact(elapsed.multiply(start()).subtract(actual)),
                exact(elapsed.multiply(start().subtract(target))));
      }
    };
  }

  /**
   * How much of the whole way is done by a moment, which is what thresholds of milestones are held
   * against: attainment, but of a shrinking flow {@code attainment to date × e}.
   */
  public BigDecimal done(BigDecimal actual, Instant moment) {
    return way == Way.SHRINKING_FLOW
        ? ratio(
            exact(elapsedAt(moment).multiply(start()).subtract(actual)), start().subtract(target))
        : Objects.requireNonNull(at(actual, moment));
  }

  /** The value at which a threshold is reached at a moment, in the metric's unit. */
  public BigDecimal bar(BigDecimal threshold, Instant moment) {
    return switch (way) {
      case GROWING_FLOW -> bar(threshold, target);
      case LEVEL -> start().add(threshold.multiply(target.subtract(start())));
      case SHRINKING_FLOW ->
          exact(
              elapsedAt(moment)
                  .multiply(start())
                  .subtract(threshold.multiply(start().subtract(target))));
    };
  }

  /** The value at which a threshold of a growing flow's target is reached, in its unit. */
  public static BigDecimal bar(BigDecimal threshold, BigDecimal target) {
    return threshold.multiply(target);
  }

  /** Whether a value stands at a bar or beyond it, in the direction of the target. */
  public boolean reaches(BigDecimal actual, BigDecimal bar) {
    int beyond = actual.compareTo(bar);
    return isDownward() ? beyond <= 0 : beyond >= 0;
  }

  /** The one of two bars that is easier to reach. */
  public BigDecimal easier(BigDecimal bar, BigDecimal other) {
    return isDownward() ? bar.max(other) : bar.min(other);
  }

  /** Growth against the baseline, 0.25 for 25 % more; none without a baseline above 0. */
  public @Nullable BigDecimal growth(@Nullable BigDecimal actual) {
    return actual == null || baseline == null || baseline.signum() <= 0
        ? null
        : shortest(
            actual.subtract(baseline).divide(baseline, GROWTH_SCALE, RoundingMode.HALF_EVEN));
  }

  /**
   * Where a flow ends if it goes on as it went until a moment: {@code actual / elapsed share}, to
   * four digits; none of a level, or before anything has passed.
   */
  public @Nullable BigDecimal runRate(BigDecimal actual, Instant moment) {
    BigDecimal elapsed = way == Way.LEVEL ? BigDecimal.ZERO : elapsedAt(moment);
    return elapsed.signum() == 0
        ? null
        : shortest(actual.divide(elapsed, AMOUNT_SCALE, RoundingMode.HALF_EVEN));
  }

  /** The plain ratio actual / target of a level; none of a flow, or against a target of 0. */
  public @Nullable BigDecimal ofTarget(@Nullable BigDecimal actual) {
    return way != Way.LEVEL || actual == null || target.signum() == 0
        ? null
        : ratio(actual, target);
  }

  private boolean isDownward() {
    return way.needsBaseline() && target.compareTo(start()) < 0;
  }

  private BigDecimal elapsedAt(Instant moment) {
    return path.get().elapsedAt(moment);
  }

  private BigDecimal start() {
    return Objects.requireNonNull(baseline, "a goal without its baseline is not taken in");
  }

  /** What a share of a period comes to, without what is left over from a share such as a third. */
  private static BigDecimal exact(BigDecimal ofShare) {
    return shortest(ofShare.setScale(Digits.FRACTION, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal ratio(BigDecimal done, BigDecimal whole) {
    return shortest(done.divide(whole, SCALE, RoundingMode.FLOOR));
  }

  private static BigDecimal shortest(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
