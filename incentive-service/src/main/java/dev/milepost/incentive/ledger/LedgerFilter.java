package dev.milepost.incentive.ledger;

import dev.milepost.contract.Owner;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which lines a client asks for. */
public record LedgerFilter(
    @Parameter(description = "Label of the goal's period.", example = "2017-Q4")
        @QueryParam("period")
        @Nullable String period,
    @Parameter(description = "Participants' or teams' lines.") @QueryParam("recipientType")
        Owner.@Nullable Type recipientType,
    @Parameter(description = "Id of the participant or team.", example = "darcel-schlecht")
        @QueryParam("recipient")
        @Nullable String recipient,
    @Parameter(description = "Id of the goal.") @QueryParam("goal") @Nullable String goal,
    @Parameter(description = "Id of the reward.") @QueryParam("reward") @Nullable UUID reward,
    @Parameter(description = "What the line does.") @QueryParam("kind") @Nullable LedgerKind kind) {

  /** All lines of a participant for a period. */
  public static LedgerFilter ofParticipant(String participantId, String period) {
    return new LedgerFilter(period, Owner.Type.PARTICIPANT, participantId, null, null, null);
  }
}
