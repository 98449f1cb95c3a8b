package dev.milepost.goals.goal;

import dev.milepost.goals.goal.GoalRequest.MilestoneRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The next version of an agreed goal. What is left out stays as it is. */
@Schema(name = "RevisionRequest")
record RevisionRequest(
    @Schema(examples = "A large customer was moved to another territory.")
        @NotBlank
        @Size(max = 2000)
        String reason,
    @Schema(
            description =
                "Date or instant inside the period from when on it shapes expected progress; not"
                    + " before that of the version in force. Default: now, or the"
                    + " period's start if that is later.",
            examples = "2017-11-01")
        @Nullable String effectiveFrom,
    @Schema(description = "In the metric's unit.", examples = "98000.00")
        @Nullable
        @Digits(integer = 18, fraction = 8)
        BigDecimal target,
    @Schema(description = "In the metric's unit.") @Nullable @Digits(integer = 18, fraction = 8)
        BigDecimal stretch,
    @Schema(description = "All milestones, by rising threshold.") @Nullable @Size(min = 1, max = 50)
        List<@NotNull @Valid MilestoneRequest> milestones) {}
