package dev.milepost.incentive.plan;

import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Reward.RewardType;
import dev.milepost.incentive.plan.Component.AttainmentPay;
import dev.milepost.incentive.plan.Component.MilestoneReward;
import dev.milepost.incentive.plan.Component.Settlement;
import dev.milepost.incentive.plan.IncentivePlan.Outcome;
import dev.milepost.incentive.plan.PayCurve.Piece;
import dev.milepost.incentive.plan.PlanTerms.Validity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Plans to test with. */
public final class PlanFixture {
  public static final Instant NOW = Instant.parse("2017-10-01T08:00:00Z");
  public static final UUID PLAN_ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
  public static final Validity FOURTH_QUARTER =
      new Validity(LocalDate.parse("2017-10-01"), LocalDate.parse("2018-01-01"));

  static final Person OLGA = new Person("olga", null);
  static final Person FIONA = new Person("fiona", null);

  private PlanFixture() {}

  /** Terms with a target incentive of 5000 USD. */
  public static PlanTerms terms(Component... components) {
    return new PlanTerms(FOURTH_QUARTER, usd("5000.00"), Map.of(), List.of(components));
  }

  /** The same terms for another metric. */
  public static PlanTerms onMetric(String metric, Component... components) {
    return terms(
        Stream.of(components).map(part -> onMetric(metric, part)).toArray(Component[]::new));
  }

  private static Component onMetric(String metric, Component component) {
    return switch (component) {
      case MilestoneReward part ->
          new MilestoneReward(
              part.id(),
              metric,
              part.ownerType(),
              part.threshold(),
              part.rewardType(),
              part.amount(),
              part.description());
      case AttainmentPay part ->
          new AttainmentPay(part.id(), metric, part.weight(), part.payCurve(), part.settlement());
    };
  }

  /** A plan whose versions are all active. */
  public static IncentivePlan active(PlanTerms first, PlanTerms... others) {
    IncentivePlan plan =
        activated(IncentivePlan.drafted(PLAN_ID, "Fourth quarter", "USD", first, OLGA, NOW));
    for (PlanTerms terms : others) {
      plan = activated(changed(plan.draftNext(terms, OLGA, NOW)));
    }
    return plan;
  }

  /** Cash to a participant. */
  public static MilestoneReward cash(String id, String threshold, String amount) {
    return new MilestoneReward(
        id,
        "won-revenue",
        Owner.Type.PARTICIPANT,
        new BigDecimal(threshold),
        RewardType.CASH,
        usd(amount),
        null);
  }

  /** A dinner for a team. */
  public static MilestoneReward dinner(String threshold) {
    return new MilestoneReward(
        "dinner",
        "won-revenue",
        Owner.Type.TEAM,
        new BigDecimal(threshold),
        RewardType.TEAM_ACTIVITY,
        null,
        "Dinner for the whole team");
  }

  /** Pays from half the target on, twice as much above it. */
  public static AttainmentPay pay(String weight, Settlement settlement) {
    return new AttainmentPay(
        "attainment", "won-revenue", new BigDecimal(weight), accelerated(), settlement);
  }

  static PayCurve accelerated() {
    return new PayCurve(List.of(piece("0.5", "0.5", "1"), piece("1", "1", "2")), null);
  }

  static Piece piece(String from, String payoutAtFrom, String slope) {
    return new Piece(new BigDecimal(from), new BigDecimal(payoutAtFrom), new BigDecimal(slope));
  }

  /** US dollars. */
  public static Money usd(String amount) {
    return new Money(new BigDecimal(amount), "USD");
  }

  static IncentivePlan changed(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Changed(IncentivePlan plan) -> plan;
      case Outcome.Refused refused -> throw new AssertionError(refused);
    };
  }

  private static IncentivePlan activated(IncentivePlan plan) {
    return changed(plan.activate(FIONA, NOW));
  }
}
