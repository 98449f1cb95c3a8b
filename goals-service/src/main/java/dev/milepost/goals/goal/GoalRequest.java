package dev.milepost.goals.goal;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Ratio;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client writes into a draft. What is missing may follow before it is proposed. */
@Schema(name = "GoalRequest")
record GoalRequest(
    @Schema(
            description = "What is to change, in words.",
            examples = "Win 10 % more revenue than in the third quarter")
        @Nullable
        @Size(max = 2000)
        String statement,
    @NotNull @Valid OwnerRequest owner,
    @Schema(description = "Key of the metric.", examples = "won-revenue") @NotBlank String metric,
    @Schema(
            description = "Label of the period in the fiscal calendar; or else `start` and `end`.",
            examples = "2017-Q4")
        @Nullable String period,
    @Schema(description = "Date or instant: first instant of a period without label.")
        @Nullable String start,
    @Schema(description = "Date or instant: first instant after a period without label.")
        @Nullable String end,
    @Schema(description = "Where the baseline comes from. Only GIVEN, the default, is supported.")
        @Nullable BaselineSource baselineSource,
    @Schema(description = "Where it starts, in the metric's unit.", examples = "100000.00")
        @Nullable
        @Digits(integer = 18, fraction = 8)
        BigDecimal baseline,
    @Schema(
            description = "What to reach, in the metric's unit; or else `growthPercent`.",
            examples = "110000.00")
        @Nullable
        @Digits(integer = 18, fraction = 8)
        BigDecimal target,
    @Schema(description = "Growth over the baseline: 10 means baseline × 1.10.")
        @Nullable
        @Digits(integer = 6, fraction = 6)
        BigDecimal growthPercent,
    @Schema(description = "What would be outstanding, in the metric's unit.")
        @Nullable
        @Digits(integer = 18, fraction = 8)
        BigDecimal stretch,
    @Schema(description = "By rising threshold. Default: 0.25, 0.5, 0.75, 1.0.")
        @Nullable
        @Size(min = 1, max = 50)
        List<@NotNull @Valid MilestoneRequest> milestones,
    @Schema(description = "The goal that this one was derived from.") @Nullable UUID parentId,
    @Schema(
            description =
                "How progress is expected over time. Default: SEASONAL, which is WORKING_DAYS"
                    + " unless the owner's past has at least four comparable periods.")
        @Nullable Profile profile,
    @Schema(description = "Days after the period in which late facts count. Default: configured.")
        @Nullable
        @Min(0)
        @Max(366)
        Integer graceDays,
    @Schema(description = "The credits that count. Default: DIRECT.")
        @Nullable
        @Size(min = 1, max = 2)
        List<@NotNull CreditType> creditTypes,
    @Schema(description = "Whether it pays. Default: false.") @Nullable Boolean quota) {

  /** Whose goal it is. */
  @Schema(name = "Owner")
  record OwnerRequest(
      @NotNull Owner.Type type,
      @Schema(examples = "darcel-schlecht") @NotBlank @Size(max = 100) String id) {

    Owner toOwner() {
      return new Owner(type, id);
    }
  }

  /** A point on the way. */
  @Schema(name = "MilestoneRequest")
  record MilestoneRequest(
      @Schema(description = "The attainment to reach.", examples = "0.5")
          @NotNull
          @Positive
          @Ratio
          @Digits(integer = 3, fraction = 6)
          BigDecimal threshold,
      @Schema(
              description =
                  "Date, until its end, or instant, exclusive. Absent: when the profile expects it.",
              examples = "2017-11-15")
          @Nullable String dueAt) {}

  /** Where a baseline comes from. */
  enum BaselineSource {
    GIVEN,
    YEAR_AGO,
    PREVIOUS,
    MEAN_OF
  }
}
