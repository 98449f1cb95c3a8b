package dev.milepost.tracking.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.problem.Problems;
import dev.milepost.tracking.intake.IntakeItem.Outcome;
import dev.milepost.tracking.intake.Submission.Invalid;
import dev.milepost.tracking.intake.Submission.Valid;
import dev.milepost.tracking.problem.TrackingProblem;
import dev.milepost.tracking.sale.SaleConfig;
import dev.milepost.tracking.sale.SaleRules;
import dev.milepost.tracking.sale.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Answers requests that bring sales events. */
@ApplicationScoped
class IntakeDesk {
  private final SubmissionReader reader;
  private final Intake intake;
  private final Problems problems;
  private final int largestBatch;
  private final Clock clock;

  IntakeDesk(SaleRules rules, Intake intake, Problems problems, SaleConfig config, Clock clock) {
    this.reader = new SubmissionReader(rules);
    this.intake = intake;
    this.problems = problems;
    this.largestBatch = config.largestBatch();
    this.clock = clock;
  }

  /**
   * Takes in one event.
   *
   * @return ACCEPTED or DUPLICATE
   * @throws ProblemException when it conflicts or is not valid
   */
  IntakeItem one(JsonNode event) {
    return switch (reader.read(event, clock.instant())) {
      case Invalid invalid -> throw invalid(invalid);
      case Valid valid -> {
        Outcome outcome = intake.accept(List.of(valid)).getFirst();
        if (outcome == Outcome.CONFLICT) {
          throw conflict(valid.ref());
        }
        yield IntakeItem.of(valid.ref(), outcome, null);
      }
    };
  }

  /**
   * Takes in what can be taken in, and says of each what became of it.
   *
   * @param events an array
   */
  IntakeBatch batch(JsonNode events) {
    if (events.size() > largestBatch) {
      throw ProblemException.of(TrackingProblem.INVALID_BATCH)
          .violation("", "batch-too-large", largestBatch);
    }
    Instant now = clock.instant();
    List<Submission> submissions = new ArrayList<>();
    events.forEach(event -> submissions.add(reader.read(event, now)));
    List<Valid> valid =
        submissions.stream().filter(Valid.class::isInstance).map(Valid.class::cast).toList();
    Iterator<Outcome> outcomes = intake.accept(valid).iterator();
    return new IntakeBatch(
        submissions.stream().map(submission -> item(submission, outcomes)).toList());
  }

  private IntakeItem item(Submission submission, Iterator<Outcome> outcomes) {
    return switch (submission) {
      case Invalid invalid ->
          new IntakeItem(
              invalid.source(), invalid.id(), Outcome.INVALID, problems.describe(invalid(invalid)));
      case Valid valid -> {
        Outcome outcome = outcomes.next();
        yield IntakeItem.of(
            valid.ref(),
            outcome,
            outcome == Outcome.CONFLICT ? problems.describe(conflict(valid.ref())) : null);
      }
    };
  }

  private static ProblemException conflict(SaleRef ref) {
    return ProblemException.of(TrackingProblem.CONFLICTING_SALES_EVENT, ref.source(), ref.id());
  }

  static ProblemException invalid(Invalid invalid) {
    ProblemException problem = ProblemException.of(TrackingProblem.INVALID_SALES_EVENT);
    for (Violation violation : invalid.violations()) {
      problem.violation(violation.pointer(), violation.code(), violation.arguments().toArray());
    }
    return problem;
  }
}
