package dev.milepost.tracking.credit;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.SalesEvent;
import dev.milepost.tracking.catalogue.Hierarchy;
import dev.milepost.tracking.rule.CreditRules;
import dev.milepost.tracking.rule.RuleInForce;
import dev.milepost.tracking.rule.RuleRef;
import dev.milepost.tracking.rule.RuleTarget;
import dev.milepost.tracking.sale.Digits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who a sale is to be credited to, by what it says, the rules that are in force for its time and
 * the hierarchy as it stood then. Nothing else counts, so whoever asks again for the same sale,
 * rules and hierarchy gets the same answer.
 *
 * <ul>
 *   <li>DIRECT, exactly 1 in all: the sellers that the sale names; if it names none, or a rule
 *       overrides them, those whom the first DIRECT rule finds that finds anybody; else the house
 *       account.
 *   <li>OVERLAY: what the sale itself says, and what every OVERLAY rule adds. A rule adds nothing
 *       for who is credited DIRECT: an overlay stands beside the own sale of somebody else.
 * </ul>
 */
final class Shares {
  private final SalesEvent sale;
  private final List<RuleInForce> rules;
  private final Hierarchy hierarchy;

  private Shares(String type, SalesEvent sale, CreditRules rules, Hierarchy hierarchy) {
    this.sale = sale;
    this.rules = rules.met(type, sale).toList();
    this.hierarchy = hierarchy;
  }

  /**
   * The shares of a valid sale.
   *
   * @param type its CloudEvents type
   * @param houseAccount whose it is when nobody's
   */
  static List<Share> of(
      String type, SalesEvent sale, CreditRules rules, Hierarchy hierarchy, String houseAccount) {
    Shares shares = new Shares(type, sale, rules, hierarchy);
    List<Share> found = new ArrayList<>(shares.direct(houseAccount));
    List<Share> overlays = shares.overlays(found);
    sale.splits().stream()
        .filter(split -> split.creditType() == CreditType.OVERLAY)
        .forEach(split -> found.add(overlay(split.participantId(), split.share(), null)));
    found.addAll(overlays);
    return found;
  }

  private List<Share> direct(String houseAccount) {
    boolean named = sale.participantId() != null || !sale.splits().isEmpty();
    for (RuleInForce rule : rules) {
      if (rule.terms().creditType() == CreditType.DIRECT
          && (!named || rule.terms().overridesSeller())) {
        Set<String> assigned = found(rule.terms().target());
        if (!assigned.isEmpty()) {
          return divided(List.copyOf(assigned), rule.ref());
        }
      }
    }
    return named ? named() : List.of(direct(houseAccount, BigDecimal.ONE, null));
  }

  private List<Share> named() {
    return sale.splits().isEmpty()
        ? List.of(direct(Objects.requireNonNull(sale.participantId()), BigDecimal.ONE, null))
        : sale.splits().stream()
            .filter(split -> split.creditType() != CreditType.OVERLAY)
            .map(split -> direct(split.participantId(), split.share(), null))
            .toList();
  }

  /** Equal parts, of which the first takes what cannot be divided. */
  private List<Share> divided(List<String> participants, RuleRef rule) {
    BigDecimal part =
        BigDecimal.ONE
            .divide(BigDecimal.valueOf(participants.size()), Digits.FRACTION, RoundingMode.DOWN)
            .stripTrailingZeros();
    BigDecimal others = part.multiply(BigDecimal.valueOf(participants.size() - 1L));
    List<Share> shares = new ArrayList<>();
    for (String participant : participants) {
      BigDecimal own = shares.isEmpty() ? BigDecimal.ONE.subtract(others) : part;
      shares.add(direct(participant, own, rule));
    }
    return shares;
  }

  private List<Share> overlays(List<Share> direct) {
    if (rules.isEmpty()) {
      return List.of();
    }
    Set<String> sellers = direct.stream().map(Share::participantId).collect(Collectors.toSet());
    List<Share> overlays = new ArrayList<>();
    for (RuleInForce rule : rules) {
      BigDecimal share = rule.terms().share();
      if (rule.terms().creditType() == CreditType.OVERLAY && share != null) {
        Map<String, BigDecimal> beside = beside(rule.terms().target(), direct);
        beside.keySet().removeAll(sellers);
        beside.forEach(
            (participant, of) -> overlays.add(overlay(participant, part(share, of), rule.ref())));
      }
    }
    return overlays;
  }

  /** Who stands beside the sellers, and beside how much of the sale. */
  private Map<String, BigDecimal> beside(RuleTarget target, List<Share> direct) {
    Map<String, BigDecimal> beside = new LinkedHashMap<>();
    if (target.type() != RuleTarget.Type.MANAGER) {
      found(target).forEach(participant -> beside.put(participant, BigDecimal.ONE));
      return beside;
    }
    for (Share share : direct) {
      hierarchy
          .managing(share.participantId(), at())
          .forEach(manager -> beside.merge(manager, share.part(), BigDecimal::add));
    }
    return beside;
  }

  private Set<String> found(RuleTarget target) {
    return switch (target.type()) {
      case PARTICIPANT -> Set.of(Objects.requireNonNull(target.id()));
      case ROLE -> hierarchy.holders(Objects.requireNonNull(target.id()), at());
      case MANAGER -> Set.of();
    };
  }

  private Instant at() {
    return sale.occurredAt();
  }

  private Share direct(String participantId, BigDecimal part, @Nullable RuleRef rule) {
    List<String> teams = hierarchy.teamsOf(participantId, at());
    return new Share(participantId, CreditType.DIRECT, part, teams, rule, null);
  }

  private static Share overlay(String participantId, BigDecimal part, @Nullable RuleRef rule) {
    return new Share(participantId, CreditType.OVERLAY, part, List.of(), rule, null);
  }

  /** Never nothing: rounding upwards, to as many digits as a share of a sale may have. */
  private static BigDecimal part(BigDecimal share, BigDecimal of) {
    BigDecimal product = share.multiply(of);
    return product.scale() > Digits.FRACTION
        ? product.setScale(Digits.FRACTION, RoundingMode.UP)
        : product;
  }
}
