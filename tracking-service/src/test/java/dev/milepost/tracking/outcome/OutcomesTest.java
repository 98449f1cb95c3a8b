package dev.milepost.tracking.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.inbox.QuarantinedRecord;
import dev.milepost.runtime.inbox.QuarantinedRecord.Repaired;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private static final SaleRef REF = new SaleRef("/crm", "deal");
  private static final Instant NOON = Instant.parse("2017-11-05T12:00:00Z");

  @Test
  void knowsNothingOfWhatWasNeverReceived() {
    assertThat(Outcomes.ofUnrecorded(REF, List.of(), false)).isEmpty();
  }

  @Test
  void isOnItsWayWhenItCameOverHttp() {
    assertThat(Outcomes.ofUnrecorded(REF, List.of(), true)).contains(Outcome.ACCEPTED);
  }

  @Test
  void waitsInQuarantineWhateverElseWasSent() {
    assertThat(Outcomes.ofUnrecorded(REF, List.of(waiting(), sent(null)), true))
        .contains(Outcome.QUARANTINED);
  }

  @Test
  void isOnItsWayWhenItWasSentAgain() {
    assertThat(Outcomes.ofUnrecorded(REF, List.of(sent(null)), false)).contains(Outcome.ACCEPTED);
    assertThat(Outcomes.ofUnrecorded(REF, List.of(sent(REF)), false)).contains(Outcome.ACCEPTED);
  }

  @Test
  void staysQuarantinedWhenItWasSentUnderAnotherIdentity() {
    assertThat(
            Outcomes.ofUnrecorded(REF, List.of(sent(new SaleRef("/crm", "deal-corrected"))), true))
        .contains(Outcome.QUARANTINED);
  }

  private static QuarantinedRecord waiting() {
    return record(null, null);
  }

  private static QuarantinedRecord sent(SaleRef as) {
    return record(
        NOON, as == null ? null : new Repaired(as.source(), as.id(), "t", "{}", List.of()));
  }

  private static QuarantinedRecord record(Instant replayedAt, Repaired repaired) {
    return new QuarantinedRecord(
        new UUID(0, 1),
        "t",
        0,
        0,
        "/crm",
        "deal",
        "t",
        "R",
        "r",
        "{}",
        NOON,
        replayedAt,
        replayedAt == null ? null : "olga",
        repaired);
  }
}
