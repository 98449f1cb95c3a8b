package dev.milepost.incentive.reward;

import dev.milepost.contract.Reward;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which rewards a client asks for. */
record RewardFilter(
    @Parameter(description = "Label of the goal's period.", example = "2017-Q4")
        @QueryParam("period")
        @Nullable String period,
    @Parameter(description = "Id of the participant or team.", example = "darcel-schlecht")
        @QueryParam("recipient")
        @Nullable String recipient,
    @Parameter(description = "Id of the goal.") @QueryParam("goal") @Nullable String goal,
    @Parameter(description = "Kind of rule.") @QueryParam("kind") Reward.@Nullable Kind kind,
    @Parameter(description = "Only those in force, or only those taken back.")
        @QueryParam("inForce")
        @Nullable Boolean inForce) {}
