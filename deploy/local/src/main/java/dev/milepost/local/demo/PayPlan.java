package dev.milepost.local.demo;

import dev.milepost.contract.Owner;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The demo's incentive plan, as the request that drafts it and as the reference that tests and the
 * closing check compare with.
 *
 * <p>Agents: cash at three milestones, and 6,000 USD of target incentive: nothing up to half of the
 * target, then two percent of it per percent of attainment, three above the target (the
 * accelerator), at most three times the target incentive. Teams, regions and the company: something
 * to do together at two milestones.
 */
final class PayPlan {
  static final String NAME = "Hardware sales 2017";
  private static final SortedMap<BigDecimal, BigDecimal> CASH_AT =
      new TreeMap<>(
          Map.of(
              new BigDecimal("0.5"), new BigDecimal("250"),
              new BigDecimal("0.75"), new BigDecimal("500"),
              new BigDecimal("1"), new BigDecimal("1500")));
  private static final SortedMap<BigDecimal, String> ACTIVITY_AT =
      new TreeMap<>(
          Map.of(
              new BigDecimal("0.75"), "team lunch",
              new BigDecimal("1"), "weekend in the mountains"));

  private static final String CURRENCY = "USD";
  private static final BigDecimal TARGET_INCENTIVE = new BigDecimal("6000");
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal BELOW_TARGET = new BigDecimal("2");
  private static final BigDecimal ABOVE_TARGET = new BigDecimal("3");
  private static final BigDecimal CAP = new BigDecimal("3");

  private PayPlan() {}

  /** What sales operations drafts. */
  static Map<String, Object> request(String metric) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("validity", Map.of("from", "2017-01-01", "to", "2018-01-01"));
    terms.put("targetIncentive", usd(TARGET_INCENTIVE));
    terms.put("components", components(metric));
    return Map.of("name", NAME, "currency", CURRENCY, "terms", terms);
  }

  /** Cash that an agent has earned with this attainment, in USD. */
  static BigDecimal cashAt(@Nullable BigDecimal attainment) {
    if (attainment == null) {
      return BigDecimal.ZERO;
    }
    return payAt(attainment).add(milestoneCash(attainment));
  }

  /** How many rewards an owner has in force with this attainment. */
  static int rewardsAt(Owner.Type type, BigDecimal attainment) {
    boolean team = type == Owner.Type.TEAM;
    long milestones =
        (team ? ACTIVITY_AT : CASH_AT)
            .keySet().stream().filter(threshold -> threshold.compareTo(attainment) <= 0).count();
    boolean pays = !team && payAt(attainment).signum() > 0;
    return (int) milestones + (pays ? 1 : 0);
  }

  private static BigDecimal payAt(BigDecimal attainment) {
    return payoutAt(attainment).multiply(TARGET_INCENTIVE).setScale(2, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal payoutAt(BigDecimal attainment) {
    if (attainment.compareTo(HALF) < 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal over = attainment.subtract(BigDecimal.ONE);
    return over.signum() < 0
        ? BELOW_TARGET.multiply(attainment.subtract(HALF))
        : BigDecimal.ONE.add(ABOVE_TARGET.multiply(over)).min(CAP);
  }

  private static BigDecimal milestoneCash(BigDecimal attainment) {
    return CASH_AT.entrySet().stream()
        .filter(step -> step.getKey().compareTo(attainment) <= 0)
        .map(Map.Entry::getValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<Map<String, Object>> components(String metric) {
    List<Map<String, Object>> components = new ArrayList<>();
    components.add(attainmentPay(metric));
    CASH_AT.forEach(
        (threshold, cash) -> {
          Map<String, Object> reward = milestone("agent", metric, "PARTICIPANT", threshold);
          reward.put("rewardType", "CASH");
          reward.put("amount", usd(cash));
          components.add(reward);
        });
    ACTIVITY_AT.forEach(
        (threshold, activity) -> {
          Map<String, Object> reward = milestone("team", metric, "TEAM", threshold);
          reward.put("rewardType", "TEAM_ACTIVITY");
          reward.put("description", activity);
          components.add(reward);
        });
    return components;
  }

  private static Map<String, Object> attainmentPay(String metric) {
    Map<String, Object> curve =
        Map.of(
            "pieces",
            List.of(
                piece(HALF, BigDecimal.ZERO, BELOW_TARGET),
                piece(BigDecimal.ONE, BigDecimal.ONE, ABOVE_TARGET)),
            "cap",
            CAP.doubleValue());
    Map<String, Object> pay = new LinkedHashMap<>();
    pay.put("kind", "ATTAINMENT_PAY");
    pay.put("id", "quarter-pay");
    pay.put("metric", metric);
    pay.put("weight", 1);
    pay.put("payCurve", curve);
    pay.put("settlement", "EACH_EVENT");
    return pay;
  }

  private static Map<String, Object> milestone(
      String whose, String metric, String ownerType, BigDecimal threshold) {
    Map<String, Object> reward = new LinkedHashMap<>();
    reward.put("kind", "MILESTONE_REWARD");
    reward.put("id", whose + "-at-" + threshold.movePointRight(2).toPlainString());
    reward.put("metric", metric);
    reward.put("ownerType", ownerType);
    reward.put("threshold", threshold.doubleValue());
    return reward;
  }

  private static Map<String, Object> piece(BigDecimal from, BigDecimal payout, BigDecimal slope) {
    return Map.of(
        "from", from.doubleValue(),
        "payoutAtFrom", payout.doubleValue(),
        "slope", slope.doubleValue());
  }

  private static Map<String, Object> usd(BigDecimal amount) {
    return Map.of("amount", amount, "currency", CURRENCY);
  }
}
