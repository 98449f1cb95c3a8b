package dev.milepost.incentive.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the verification says of the newest version of a plan.
 *
 * @param planVersion the version
 * @param passed whether it may be activated
 * @param findings faults first
 */
record VerificationView(int planVersion, boolean passed, List<Finding> findings) {

  /**
   * One finding.
   *
   * @param severity FAULT keeps the plan from being activated
   * @param code stable
   * @param componentId where; absent: in the plan as a whole
   * @param message in the client's language
   */
  record Finding(
      Verification.Severity severity, String code, @Nullable String componentId, String message) {}
}
