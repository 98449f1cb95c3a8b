package dev.milepost.local.demo;

import dev.milepost.contract.Owner;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table that the demo ends with: company, regions, teams and agents, each level indented below
 * the one above, and the sum of the agents at the end.
 */
final class ClosingTable {
  private static final String ROW = "  %-30s %14s %14s %10s  %-15s  %s";

  private final Organisation organisation;
  private final Map<Owner, Standing> standings;
  private final Map<Owner, Earned> earned;

  ClosingTable(Organisation organisation, List<Standing> standings, Map<Owner, Earned> earned) {
    this.organisation = organisation;
    this.standings = standings.stream().collect(Collectors.toMap(Standing::owner, s -> s));
    this.earned = earned;
  }

  /** The lines of the table. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    String head =
        String.format(
            ROW, "Owner", "Target USD", "Actual USD", "Attainment", "Milestones", "Reward");
    String rule = "  " + "-".repeat(head.length() + 14);
    lines.add(head);
    lines.add(rule);
    addTree(Owner.team(Organisation.COMPANY), 0, lines);
    lines.add(rule);
    lines.add(sumOfAgents());
    return lines;
  }

  private void addTree(Owner owner, int depth, List<String> lines) {
    lines.add(line(owner, depth));
    organisation.owners().stream()
        .filter(below -> organisation.above(below).filter(owner::equals).isPresent())
        .sorted(Comparator.comparing(this::actual).reversed())
        .forEach(below -> addTree(below, depth + 1, lines));
  }

  private String line(Owner owner, int depth) {
    String name = "  ".repeat(depth) + organisation.nameOf(owner);
    Standing standing = standings.get(owner);
    if (standing == null) {
      return String.format(ROW, name, "no goal", "", "", "", "").stripTrailing();
    }
    return String.format(
            ROW,
            name,
            usd(standing.target()),
            usd(standing.actual()),
            percent(standing.attainment()),
            milestones(standing),
            reward(owner))
        .stripTrailing();
  }

  private String sumOfAgents() {
    List<Standing> agents =
        standings.values().stream()
            .filter(standing -> standing.owner().type() == Owner.Type.PARTICIPANT)
            .toList();
    BigDecimal target = sum(agents.stream().map(Standing::target).toList());
    BigDecimal actual = sum(agents.stream().map(agent -> actual(agent.owner())).toList());
    BigDecimal cash = sum(agents.stream().map(agent -> earnedBy(agent.owner()).cash()).toList());
    String name = "Sum of %d agents".formatted(agents.size());
    return String.format(ROW, name, usd(target), usd(actual), "", "", "%14s".formatted(usd(cash)));
  }

  private BigDecimal actual(Owner owner) {
    Standing standing = standings.get(owner);
    return standing == null || standing.actual() == null ? BigDecimal.ZERO : standing.actual();
  }

  private Earned earnedBy(Owner owner) {
    return earned.getOrDefault(owner, Earned.NOTHING);
  }

  private String reward(Owner owner) {
    Earned rewards = earnedBy(owner);
    return owner.type() == Owner.Type.PARTICIPANT
        ? "%14s".formatted(rewards.rewards() == 0 ? "-" : usd(rewards.cash()))
        : String.join(", ", rewards.others());
  }

  private static String milestones(Standing standing) {
    return standing.milestones().stream()
        .map(m -> standing.reached().contains(m) ? wholePercent(m) : "-".repeat(2))
        .collect(Collectors.joining(" "));
  }

  private static String wholePercent(BigDecimal ratio) {
    return ratio.movePointRight(2).stripTrailingZeros().toPlainString();
  }

  private static String percent(@Nullable BigDecimal ratio) {
    return ratio == null
        ? "no data"
        : String.format(
            Locale.ROOT, "%.1f %%", ratio.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN));
  }

  private static String usd(@Nullable BigDecimal amount) {
    return amount == null ? "no data" : String.format(Locale.ROOT, "%,.2f", amount);
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
