package dev.milepost.incentive.plan;

import dev.milepost.contract.Money;
import dev.milepost.incentive.plan.Component.AttainmentPay;
import dev.milepost.incentive.plan.Component.MilestoneReward;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said about the terms of a plan before they pay: faults, which keep it from being
 * activated, and remarks, which its approver should know.
 */
public record Verification(List<Finding> findings) {

  /** How grave a finding is. */
  public enum Severity {
    FAULT,
    REMARK
  }

  /** What can be found. The code is stable; the words for it are in the message bundles. */
  public enum Code {
    VALIDITY_EMPTY(Severity.FAULT),
    COMPONENT_ID_REPEATED(Severity.FAULT),
    COMPONENT_CHANGES_KIND(Severity.FAULT),
    WEIGHTS_NOT_ONE(Severity.FAULT),
    TARGET_INCENTIVE_MISSING(Severity.FAULT),
    CURRENCY_DIFFERS(Severity.FAULT),
    CASH_WITHOUT_AMOUNT(Severity.FAULT),
    AMOUNT_WITHOUT_CASH(Severity.FAULT),
    DESCRIPTION_MISSING(Severity.FAULT),
    TIERS_START_TOGETHER(Severity.FAULT),
    PAY_FALLS(Severity.FAULT),
    CLIFF(Severity.REMARK),
    UNCAPPED(Severity.REMARK);

    private final Severity severity;

    Code(Severity severity) {
      this.severity = severity;
    }

    /** How grave it is. */
    public Severity severity() {
      return severity;
    }

    /** Its stable name for clients. */
    String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One finding.
   *
   * @param code what was found
   * @param componentId where; absent: in the plan as a whole
   * @param arguments the numbers and names that its message contains
   */
  public record Finding(Code code, @Nullable String componentId, List<String> arguments) {

    /** For the message: the component, then the rest. */
    @Nullable Object[] messageArguments() {
      return Stream.concat(Stream.of(componentId == null ? "" : componentId), arguments.stream())
          .toArray();
    }
  }

  /** Whether the terms may be activated. */
  public boolean passed() {
    return faults().isEmpty();
  }

  /** The findings that keep the plan from being activated. */
  public List<Finding> faults() {
    return findings.stream()
        .filter(finding -> finding.code().severity() == Severity.FAULT)
        .toList();
  }

  /**
   * Verifies the terms of a new version.
   *
   * @param earlier the terms of the versions before it
   */
  static Verification of(PlanTerms terms, String currency, List<PlanTerms> earlier) {
    return new Verification(
        Stream.of(
                validity(terms),
                componentIds(terms),
                changedKinds(terms, earlier),
                weights(terms),
                currencies(terms, currency),
                terms.components().stream().flatMap(Verification::component))
            .flatMap(findings -> findings)
            .toList());
  }

  private static Stream<Finding> validity(PlanTerms terms) {
    return when(terms.validity().isEmpty(), Code.VALIDITY_EMPTY, null);
  }

  private static Stream<Finding> componentIds(PlanTerms terms) {
    Set<String> seen = new HashSet<>();
    return terms.components().stream()
        .map(Component::id)
        .filter(id -> !seen.add(id))
        .distinct()
        .map(id -> finding(Code.COMPONENT_ID_REPEATED, id));
  }

  /**
   * What was granted stays one reward from version to version by its component's id. It can be
   * granted for another amount, but money cannot become a dinner, nor a dinner money.
   */
  private static Stream<Finding> changedKinds(PlanTerms terms, List<PlanTerms> earlier) {
    return terms.components().stream()
        .flatMap(
            component ->
                earlier.stream()
                    .flatMap(before -> before.components().stream())
                    .filter(before -> before.id().equals(component.id()))
                    .map(Verification::granted)
                    .filter(before -> !before.equals(granted(component)))
                    .map(
                        before ->
                            finding(
                                Code.COMPONENT_CHANGES_KIND,
                                component.id(),
                                before,
                                granted(component))))
        .distinct();
  }

  private static String granted(Component component) {
    return switch (component) {
      case MilestoneReward reward -> reward.rewardType().name();
      case AttainmentPay pay -> "ATTAINMENT_PAY";
    };
  }

  private static Stream<Finding> weights(PlanTerms terms) {
    List<BigDecimal> weights = attainmentPay(terms).map(AttainmentPay::weight).toList();
    if (weights.isEmpty()) {
      return Stream.empty();
    }
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return Stream.concat(
        when(sum.compareTo(BigDecimal.ONE) != 0, Code.WEIGHTS_NOT_ONE, null, plain(sum)),
        when(terms.targetIncentive() == null, Code.TARGET_INCENTIVE_MISSING, null));
  }

  private static Stream<Finding> currencies(PlanTerms terms, String currency) {
    Stream<Money> incentives =
        Stream.concat(
            Stream.ofNullable(terms.targetIncentive()),
            terms.targetIncentiveOverrides().values().stream());
    Stream<Money> amounts = milestoneRewards(terms).map(MilestoneReward::amount);
    return Stream.concat(incentives, amounts)
        .filter(Objects::nonNull)
        .map(Money::currency)
        .filter(other -> !other.equals(currency))
        .distinct()
        .map(other -> finding(Code.CURRENCY_DIFFERS, null, other, currency));
  }

  private static Stream<Finding> component(Component component) {
    return switch (component) {
      case MilestoneReward reward -> milestoneReward(reward);
      case AttainmentPay pay -> payCurve(pay.id(), pay.payCurve());
    };
  }

  private static Stream<Finding> milestoneReward(MilestoneReward reward) {
    boolean hasAmount = reward.amount() != null;
    boolean hasDescription = reward.description() != null && !reward.description().isBlank();
    return Stream.of(
            when(reward.isCash() && !hasAmount, Code.CASH_WITHOUT_AMOUNT, reward.id()),
            when(!reward.isCash() && hasAmount, Code.AMOUNT_WITHOUT_CASH, reward.id()),
            when(!reward.isCash() && !hasDescription, Code.DESCRIPTION_MISSING, reward.id()))
        .flatMap(findings -> findings);
  }

  private static Stream<Finding> payCurve(String componentId, PayCurve curve) {
    Stream<Finding> cliffs =
        curve.cliffs().stream()
            .map(
                cliff ->
                    finding(
                        Code.CLIFF,
                        componentId,
                        plain(cliff.at()),
                        plain(cliff.below()),
                        plain(cliff.reached())));
    return Stream.of(
            when(curve.hasTwinPieces(), Code.TIERS_START_TOGETHER, componentId),
            when(!curve.neverFalls(), Code.PAY_FALLS, componentId),
            when(curve.cap() == null, Code.UNCAPPED, componentId),
            cliffs)
        .flatMap(findings -> findings);
  }

  private static Stream<AttainmentPay> attainmentPay(PlanTerms terms) {
    return terms.components().stream()
        .filter(AttainmentPay.class::isInstance)
        .map(AttainmentPay.class::cast);
  }

  private static Stream<MilestoneReward> milestoneRewards(PlanTerms terms) {
    return terms.components().stream()
        .filter(MilestoneReward.class::isInstance)
        .map(MilestoneReward.class::cast);
  }

  private static Stream<Finding> when(
      boolean found, Code code, @Nullable String componentId, String... arguments) {
    return found ? Stream.of(finding(code, componentId, arguments)) : Stream.empty();
  }

  private static Finding finding(Code code, @Nullable String componentId, String... arguments) {
    return new Finding(code, componentId, List.of(arguments));
  }

  private static String plain(BigDecimal ratio) {
    return ratio.stripTrailingZeros().toPlainString();
  }
}
