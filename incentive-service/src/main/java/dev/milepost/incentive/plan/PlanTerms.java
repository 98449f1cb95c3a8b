package dev.milepost.incentive.plan;

import dev.milepost.contract.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one version of an incentive plan promises.
 *
 * @param validity the goals it pays on: those whose period starts in it
 * @param targetIncentive what a participant earns per goal at a payout of 1, if there is attainment
 *     pay
 * @param targetIncentiveOverrides other target incentives, by participant id
 * @param components what is paid for
 */
public record PlanTerms(
    @NotNull @Valid Validity validity,
    @PositiveMoney @Nullable Money targetIncentive,
    Map<@NotBlank String, @NotNull @PositiveMoney Money> targetIncentiveOverrides,
    @NotEmpty @Size(max = 100) List<@NotNull @Valid Component> components) {

  public PlanTerms {
    targetIncentiveOverrides =
        targetIncentiveOverrides == null ? Map.of() : targetIncentiveOverrides;
  }

  /** The target incentive of a participant; none when the plan pays no attainment. */
  public @Nullable Money targetIncentiveOf(String participantId) {
    return targetIncentiveOverrides.getOrDefault(participantId, targetIncentive);
  }

  /**
   * Days in the organisation's time zone, {@code [from, to)}.
   *
   * @param from first day
   * @param to first day that no longer belongs to it; absent: until further notice
   */
  public record Validity(@NotNull LocalDate from, @Nullable LocalDate to) {

    boolean contains(LocalDate day) {
      return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    boolean isEmpty() {
      return to != null && !to.isAfter(from);
    }
  }
}
