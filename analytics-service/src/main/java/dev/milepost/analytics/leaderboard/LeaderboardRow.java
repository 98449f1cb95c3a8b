package dev.milepost.analytics.leaderboard;

import dev.milepost.contract.Owner;
import dev.milepost.contract.Ratio;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One participant's place, by one goal. */
@Schema(name = "LeaderboardRow")
record LeaderboardRow(
    @Schema(
            description =
                "Place among all participants; equals share it, and the places after them are left"
                    + " out. Absent: there is no data.",
            examples = "1")
        @Nullable Long rank,
    @Schema(examples = "0199c2a4-51c3-7d5e-8f21-3c1b7a0e4d11") String goalId,
    Owner owner,
    @Schema(description = "The participant's name.", examples = "Darcel Schlecht")
        @Nullable String name,
    @Schema(description = "The metric's key.", examples = "won-revenue") String metric,
    @Schema(description = "Label of the period.", examples = "2017-Q4") String period,
    @Schema(description = "The metric's unit.", examples = "USD") String unit,
    @Schema(description = "Value so far. Absent: there is no data.", examples = "357666")
        @Nullable BigDecimal actual,
    @Schema(description = "What was committed to.", examples = "410539.8") BigDecimal target,
    @Schema(
            description = "How much of the way is done; 1 is the target. Absent: there is no data.",
            examples = "0.871209")
        @Nullable
        @Ratio
        BigDecimal attainment,
    @Schema(description = "Granted for this goal. Absent: not for the reader to know.")
        @Nullable RewardTotals rewards,
    @Schema(description = "When the last sale was recorded.", examples = "2017-12-31T18:00:00Z")
        @Nullable Instant asOf,
    @Schema(description = "Whether the goal may still move.", examples = "true")
        boolean provisional) {

  LeaderboardRow with(RewardTotals totals) {
    return new LeaderboardRow(
        rank,
        goalId,
        owner,
        name,
        metric,
        period,
        unit,
        actual,
        target,
        attainment,
        totals,
        asOf,
        provisional);
  }
}
