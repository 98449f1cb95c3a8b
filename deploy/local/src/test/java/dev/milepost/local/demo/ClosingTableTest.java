package dev.milepost.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.Owner;
import dev.milepost.local.demo.CrmData.Agent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosingTableTest {
  private static final Organisation ORGANISATION =
      Organisation.of(
          List.of(
              new Agent("Ann Low", "Max Boss", "West"), new Agent("Bo Top", "Max Boss", "West")));
  private static final List<BigDecimal> MILESTONES = List.of(usd("0.5"), usd("1.0"));

  @Test
  void showsTheHierarchyWithTheStrongestFirst() {
    assertThat(table())
        .filteredOn(line -> line.contains("%"))
        .extracting(String::strip)
        .extracting(line -> line.split(" {2,}")[0])
        .containsExactly("Company", "West", "Team Max Boss", "Bo Top", "Ann Low");
  }

  @Test
  void showsWhatAnAgentReachedAndGot() {
    assertThat(table())
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(" +Bo Top +1,000.00 +1,200.50 +120.0 % +50 100 +9,500.25"));
  }

  @Test
  void addsUpTheAgents() {
    assertThat(table().getLast()).matches(" +Sum of 2 agents +2,000.00 +1,600.50 +9,500.25");
  }

  private static List<String> table() {
    Map<Owner, Earned> earned =
        Map.of(Owner.participant("bo-top"), new Earned(3, usd("9500.25"), List.of()));
    return new ClosingTable(ORGANISATION, standings(), earned).lines();
  }

  private static List<Standing> standings() {
    return ORGANISATION.owners().stream()
        .map(owner -> owner.equals(Owner.participant("ann-low")) ? low(owner) : top(owner))
        .toList();
  }

  private static Standing top(Owner owner) {
    return new Standing(
        "1", owner, usd("1000"), usd("1200.5"), usd("1.2005"), MILESTONES, MILESTONES);
  }

  private static Standing low(Owner owner) {
    return new Standing("2", owner, usd("1000"), usd("400"), usd("0.4"), MILESTONES, List.of());
  }

  private static BigDecimal usd(String amount) {
    return new BigDecimal(amount);
  }
}
