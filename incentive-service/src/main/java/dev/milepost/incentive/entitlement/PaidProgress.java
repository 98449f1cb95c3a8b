package dev.milepost.incentive.entitlement;

import dev.milepost.contract.ProgressRecorded;
import dev.milepost.incentive.ledger.Calculation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a goal's progress is paid: the attainment as it was published, which is rounded down to
 * ten decimal places. Once a closed goal's attainment is restated, pay follows the restated one.
 */
record PaidProgress(ProgressRecorded progress) {

  /** The attainment that is paid; absent when there is no data. */
  @Nullable BigDecimal attainment() {
    return isRestated() ? progress.restatedAttainment() : progress.attainment();
  }

  /** Whether there is a result to pay. */
  boolean isResult() {
    return progress.finalResult() || isRestated();
  }

  /** The numbers of this progress. The value that belongs to a restated attainment is not told. */
  Calculation calculation() {
    return new Calculation(
        progress.goalVersion(),
        progress.sequence(),
        isRestated() ? null : progress.actual(),
        progress.target(),
        attainment(),
        restatement());
  }

  private boolean isRestated() {
    return progress.restatedAttainment() != null;
  }

  private List<String> restatement() {
    BigDecimal restated = progress.restatedAttainment();
    BigDecimal closed = progress.attainment();
    if (restated == null) {
      return List.of();
    }
    return List.of(
        "restated %s (closed %s)"
            .formatted(Steps.number(restated), closed == null ? "-" : Steps.number(closed)));
  }
}
