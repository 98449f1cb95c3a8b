package dev.milepost.local.demo;

import dev.milepost.contract.Owner;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What everybody is to sell: 10 % more than in the quarter before. An agent who sold nothing then
 * gets the median of the targets in the team, and no baseline.
 */
final class GoalPlan {
  private static final BigDecimal GROWTH = new BigDecimal("1.10");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final Organisation organisation;
  private final WonRevenue before;
  private final Map<Owner, BigDecimal> targets = new HashMap<>();

  private GoalPlan(Organisation organisation, WonRevenue before) {
    this.organisation = organisation;
    this.before = before;
  }

  /**
   * One goal to be set.
   *
   * @param parent owner of the parent goal; absent for the company
   * @param baseline revenue of the quarter before; absent when there was none
   */
  record PlannedGoal(
      Owner owner, @Nullable Owner parent, @Nullable BigDecimal baseline, BigDecimal target) {}

  /** The goals of all owners, each after its parent. */
  static List<PlannedGoal> of(Organisation organisation, WonRevenue before) {
    return new GoalPlan(organisation, before).goals();
  }

  private List<PlannedGoal> goals() {
    List<Owner> owners = organisation.owners();
    owners.forEach(owner -> baseline(owner).ifPresent(b -> targets.put(owner, b.multiply(GROWTH))));
    return owners.stream().map(this::goal).toList();
  }

  private PlannedGoal goal(Owner owner) {
    Owner parent = organisation.above(owner).orElse(null);
    BigDecimal own = targets.get(owner);
    BigDecimal target = own != null ? own : peerMedian(owner);
    return new PlannedGoal(owner, parent, baseline(owner).orElse(null), target);
  }

  private Optional<BigDecimal> baseline(Owner owner) {
    return Optional.of(before.of(owner)).filter(revenue -> revenue.signum() > 0);
  }

  private BigDecimal peerMedian(Owner agent) {
    Optional<Owner> team = organisation.above(agent);
    return median(
        organisation.agents().stream()
            .map(person -> Owner.participant(person.id()))
            .filter(peer -> organisation.above(peer).equals(team))
            .flatMap(peer -> Stream.ofNullable(targets.get(peer)))
            .toList());
  }

  /** The middle value; between two middle values, their mean. */
  static BigDecimal median(List<BigDecimal> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values, no median");
    }
    List<BigDecimal> sorted = values.stream().sorted().toList();
    BigDecimal upper = sorted.get(sorted.size() / 2);
    BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
    return lower.add(upper).divide(TWO).stripTrailingZeros();
  }
}
