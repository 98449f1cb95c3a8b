package dev.milepost.tracking.intake;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event of a request.
 *
 * @param source its source; absent when it could not be read
 * @param id its id; absent when it could not be read
 * @param outcome what became of it
 * @param problem why it was not taken in; only with CONFLICT and INVALID
 */
public record IntakeItem(
    @Nullable String source, @Nullable String id, Outcome outcome, @Nullable Problem problem) {

  /** What can become of an event. */
  public enum Outcome {
    /** New; it will be counted. */
    ACCEPTED,
    /** Known with the same content; nothing changes. */
    DUPLICATE,
    /** Known with other content; nothing changes. */
    CONFLICT,
    /** Breaks a rule; nothing changes. */
    INVALID
  }

  static IntakeItem of(SaleRef ref, Outcome outcome, @Nullable Problem problem) {
    return new IntakeItem(ref.source(), ref.id(), outcome, problem);
  }
}
