package dev.milepost.tracking.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Ratio;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A milestone of a goal as it now stands.
 *
 * @param goalId the goal
 * @param owner whose goal it is
 * @param metric key of the goal's metric
 * @param period label of the goal's period
 * @param threshold attainment to reach
 * @param dueAt when it should be reached
 * @param reachedAt when the sale that crossed it happened; null while it is open
 * @param recordedAt when that became known; null while it is open
 * @param milestoneId names the crossing in force; null while it is open
 * @param cycle how often it was reached so far
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MilestoneView(
    String goalId,
    Owner owner,
    String metric,
    String period,
    @Ratio BigDecimal threshold,
    Instant dueAt,
    @Schema(nullable = true) @Nullable Instant reachedAt,
    @Schema(nullable = true) @Nullable Instant recordedAt,
    @Schema(nullable = true) @Nullable String milestoneId,
    int cycle) {}
