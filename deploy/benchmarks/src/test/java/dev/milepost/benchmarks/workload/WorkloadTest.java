package dev.milepost.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.benchmarks.workload.Expected.Position;
import dev.milepost.contract.Dated;
import dev.milepost.contract.Owner;
import dev.milepost.contract.TeamChanged;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void hasOneGoalForEveryPersonTeamAndRegion() {
    assertThat(SalesForce.STANDARD.participants()).isEqualTo(1_000);
    assertThat(SalesForce.STANDARD.owners()).isEqualTo(1_110);
    assertThat(SalesForce.withGoals(10_000).owners()).isEqualTo(10_000);
    assertThatThrownBy(() -> SalesForce.withGoals(150))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellsOfTeamsAsItCountsForThem() {
    SalesForce force = SalesForce.STANDARD;
    Map<String, TeamChanged> units = new HashMap<>();
    force.units().forEach(unit -> units.put(unit.id(), unit));

    for (int i = 0; i < force.participants(); i++) {
      TeamChanged team = units.get(force.owner(force.teamOf(i)).id());
      assertThat(team.members()).contains(new Dated(SalesForce.participantId(i), null, null));
      assertThat(team.parents())
          .containsExactly(new Dated(force.owner(force.regionOf(i)).id(), null, null));
    }
  }

  @Test
  void countsASaleForSellerTeamAndRegion() {
    SalesForce force = new SalesForce(1, 2, 1);
    Expected expected =
        Expected.of(force, Stream.of(new Sale(0, 0, 1_050, START), new Sale(1, 1, 50, START)));

    assertThat(expected.lines()).isEqualTo(6);
    assertThat(expected.positions())
        .containsOnly(
            at(Owner.participant("participant-0"), 1, "10.5"),
            at(Owner.participant("participant-1"), 1, "0.50"),
            at(Owner.team("team-0"), 1, "10.50"),
            at(Owner.team("team-1"), 1, "0.5"),
            at(Owner.team("region-0"), 2, "11"));
  }

  private static Map.Entry<String, Position> at(Owner owner, long lines, String actual) {
    return Map.entry(Goals.idOf(owner), new Position(lines, new BigDecimal(actual)));
  }

  @Test
  void givesTheSameSaleForTheSameNumber() {
    Sales sales = new Sales(7, START, Duration.ofSeconds(1));

    assertThat(sales.get(41)).isEqualTo(sales.get(41));
    assertThat(sales.get(41).occurredAt()).isEqualTo(START.plusSeconds(41));
  }

  @Test
  void scattersSellersAndAmountsEvenly() {
    Sales sales = new Sales(10, START, Duration.ofSeconds(1));
    long[] perSeller = new long[10];
    List<Sale> all = sales.range(0, 10_000).toList();
    all.forEach(sale -> perSeller[sale.participant()]++);

    assertThat(Arrays.stream(perSeller).boxed()).allMatch(count -> count > 850 && count < 1_150);
    assertThat(all.stream().mapToLong(Sale::cents).average().orElseThrow())
        .isBetween(48_000.0, 52_000.0);
  }

  @Test
  void writesEventsAsCloudEventsInBinaryMode() {
    var record = Records.of(new Sale(3, 4, 1_234, START));

    assertThat(record.topic()).isEqualTo("milepost.sales-events.v1");
    assertThat(record.key()).isEqualTo("participant-4");
    assertThat(new String(record.headers().lastHeader("ce_id").value())).isEqualTo("order-3");
    assertThat(new String(record.value())).contains("\"amount\":\"12.34\"");
  }
}
