package dev.milepost.analytics.leaderboard;

import dev.milepost.contract.Money;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was granted to a participant for a goal and is in force. */
@Schema(name = "RewardTotals")
record RewardTotals(
    @Schema(description = "How many rewards there are, of any kind.", examples = "3") long count,
    @Schema(description = "The sum of those in cash, per currency.") List<Money> cash) {
  static final RewardTotals NONE = new RewardTotals(0, List.of());

  /** Both; no currency is in both of them. */
  RewardTotals plus(RewardTotals other) {
    return new RewardTotals(
        count + other.count, Stream.concat(cash.stream(), other.cash.stream()).toList());
  }
}
