package dev.milepost.incentive.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Ratio;
import dev.milepost.contract.Reward.RewardType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One part of an incentive plan: pays on the goals of one metric. Its id stays the same from one
 * plan version to the next; that is how a new version is prevented from paying the same thing
 * twice.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Component.MilestoneReward.class, name = "MILESTONE_REWARD"),
  @JsonSubTypes.Type(value = Component.AttainmentPay.class, name = "ATTAINMENT_PAY")
})
public sealed interface Component {

  /** What a component's id looks like. */
  String ID = "[a-z0-9]+(-[a-z0-9]+)*";

  /** Its name inside the plan. */
  String id();

  /** Key of the metric whose goals it pays on. */
  String metric();

  /** Whose goals it pays on. */
  Owner.Type ownerType();

  /**
   * Rewards the goal's owner once for each milestone in force.
   *
   * @param ownerType participants' or teams' goals
   * @param threshold the attainment of the milestone
   * @param rewardType what is granted
   * @param amount CASH: how much
   * @param description the rest: what is granted, in words
   */
  record MilestoneReward(
      @NotNull @Pattern(regexp = ID) @Size(max = 64) String id,
      @NotBlank @Size(max = 64) String metric,
      @NotNull Owner.Type ownerType,
      @NotNull @Positive @Ratio BigDecimal threshold,
      @NotNull RewardType rewardType,
      @PositiveMoney @Nullable Money amount,
      @Size(max = 500) @Nullable String description)
      implements Component {

    boolean isCash() {
      return rewardType == RewardType.CASH;
    }
  }

  /**
   * Pays a participant a part of the target incentive, by the attainment of the participant's goal.
   *
   * @param weight the component's part of the target incentive; a plan's weights add up to 1
   * @param payCurve from attainment to payout
   * @param settlement when it is booked
   */
  record AttainmentPay(
      @NotNull @Pattern(regexp = ID) @Size(max = 64) String id,
      @NotBlank @Size(max = 64) String metric,
      @NotNull @Positive @DecimalMax("1") @Ratio BigDecimal weight,
      @NotNull @Valid PayCurve payCurve,
      @NotNull Settlement settlement)
      implements Component {

    @Override
    public Owner.Type ownerType() {
      return Owner.Type.PARTICIPANT;
    }
  }

  /** When attainment pay is booked. */
  enum Settlement {
    /** The difference is booked with every progress. */
    EACH_EVENT,
    /** All is booked with the goal's final progress. */
    AT_CLOSE
  }
}
