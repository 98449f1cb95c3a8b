package dev.milepost.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.Owner;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WonRevenueTest {
  private static final CrmData DATA = CrmData.load();
  private static final Organisation ORGANISATION = Organisation.of(DATA.agents());
  private static final WonRevenue Q4 = WonRevenue.of(DATA, ORGANISATION, Quarter.Q4_2017);

  @Test
  void addsUpTheQuarter() {
    assertThat(DATA.deals().stream().filter(deal -> deal.wonIn(Quarter.Q4_2017))).hasSize(1_196);
    assertThat(Q4.company()).isEqualByComparingTo("2802496");
    assertThat(WonRevenue.of(DATA, ORGANISATION, Quarter.Q3_2017).company())
        .isEqualByComparingTo("2982255");
  }

  @Test
  void addsUpOnEveryLevel() {
    assertThat(Q4.of(Owner.participant("darcel-schlecht"))).isEqualByComparingTo("357666");
    assertThat(Q4.of(Owner.participant("mei-mei-johns"))).isZero();
    assertThat(Q4.of(Owner.team("team-melvin-marxen"))).isEqualByComparingTo("670788");
    assertThat(sum("central", "east", "west")).isEqualByComparingTo(Q4.company());
  }

  @Test
  void findsTheStrongestAgent() {
    assertThat(
            Q4.byOwner().entrySet().stream()
                .filter(entry -> entry.getKey().type() == Owner.Type.PARTICIPANT)
                .max(Comparator.comparing(Map.Entry::getValue)))
        .hasValueSatisfying(best -> assertThat(best.getKey().id()).isEqualTo("darcel-schlecht"));
  }

  private static BigDecimal sum(String... teams) {
    return java.util.Arrays.stream(teams)
        .map(team -> Q4.of(Owner.team(team)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
