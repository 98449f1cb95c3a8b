package dev.milepost.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.Owner;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * How a goal stands, as tracking answers it.
 *
 * @param attainment absent when there is no data
 * @param milestones all thresholds, rising
 * @param reached the thresholds reached
 */
record Standing(
    String goalId,
    Owner owner,
    BigDecimal target,
    @Nullable BigDecimal actual,
    @Nullable BigDecimal attainment,
    List<BigDecimal> milestones,
    List<BigDecimal> reached) {

  static Standing of(JsonNode progress) {
    List<JsonNode> milestones =
        StreamSupport.stream(progress.path("milestones").spliterator(), false).toList();
    return new Standing(
        progress.path("goalId").asText(),
        new Owner(
            Owner.Type.valueOf(progress.path("owner").path("type").asText()),
            progress.path("owner").path("id").asText()),
        new BigDecimal(progress.path("target").asText()),
        decimal(progress.path("actual")),
        decimal(progress.path("attainment")),
        milestones.stream().map(Standing::threshold).toList(),
        milestones.stream()
            .filter(m -> m.hasNonNull("reachedAt"))
            .map(Standing::threshold)
            .toList());
  }

  private static BigDecimal threshold(JsonNode milestone) {
    return new BigDecimal(milestone.path("threshold").asText());
  }

  private static @Nullable BigDecimal decimal(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? null : new BigDecimal(value.asText());
  }
}
