package dev.milepost.tracking.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.EventType;
import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.outbox.OutboxRecord;
import dev.milepost.tracking.intake.Submission.Invalid;
import dev.milepost.tracking.intake.Submission.Valid;
import dev.milepost.tracking.sale.SaleRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The door for events that somebody has put right: held to the same rules as all others. */
@ApplicationScoped
public class Readmission {
  private final SubmissionReader reader;
  private final Intake intake;
  private final Clock clock;

  Readmission(SaleRules rules, Intake intake, Clock clock) {
    this.reader = new SubmissionReader(rules);
    this.intake = intake;
    this.clock = clock;
  }

  /**
   * An event that may go to the topic.
   *
   * @param ref its identity
   * @param type its kind
   * @param record what carries it
   */
  public record Admitted(SaleRef ref, EventType type, OutboxRecord record) {}

  /**
   * Reads a CloudEvent in structured JSON mode.
   *
   * @throws dev.milepost.runtime.problem.ProblemException when it breaks a rule
   */
  public Admitted admit(JsonNode event) {
    return switch (reader.read(event, clock.instant())) {
      case Valid valid -> new Admitted(valid.ref(), valid.type(), intake.record(valid));
      case Invalid invalid -> throw IntakeDesk.invalid(invalid);
    };
  }
}
