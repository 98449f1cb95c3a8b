package dev.milepost.tracking.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.EventType;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.Cause;
import dev.milepost.tracking.sale.Succession.Superseded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SuccessionTest {
  private static final Instant DAY = Instant.parse("2017-11-01T00:00:00Z");

  @Test
  void beginsWithTheFirstVersionThatComes() {
    Succession succession = Succession.of(null, List.of(new Version(7, 1)));

    assertThat(succession).isEqualTo(new Succession(new Version(7, 1), List.of()));
  }

  @Test
  void takesThePlaceOfALowerVersion() {
    Succession succession = Succession.of(new Version(1, 1), List.of(new Version(3, 2)));

    assertThat(succession.inForce()).isEqualTo(new Version(3, 2));
    assertThat(succession.superseded()).containsExactly(new Superseded(1, 2, true));
  }

  @Test
  void leavesAnOlderVersionThatComesLateWithoutEffect() {
    Succession succession = Succession.of(new Version(3, 1), List.of(new Version(2, 2)));

    assertThat(succession.inForce()).isEqualTo(new Version(3, 1));
    assertThat(succession.superseded()).containsExactly(new Superseded(2, 1, false));
  }

  @Test
  void keepsTheFirstEventThatToldAVersion() {
    Version first = new Version(2, 1);

    assertThat(Succession.of(first, List.of(new Version(2, 2))).inForce()).isEqualTo(first);
    assertThat(Succession.of(null, List.of(first, new Version(2, 2))).inForce()).isEqualTo(first);
  }

  @Test
  void countsOnlyTheHighestOfSeveralThatComeTogether() {
    Succession succession =
        Succession.of(
            new Version(1, 1), List.of(new Version(2, 2), new Version(4, 3), new Version(3, 4)));

    assertThat(succession.superseded())
        .containsExactly(
            new Superseded(1, 3, true), new Superseded(2, 3, false), new Superseded(4, 3, false));
  }

  /** In whatever order and batches versions 1 to n come, only n counts in the end. */
  @Property
  void endsLikeOnlyTheHighestVersion(
      @ForAll @IntRange(min = 1, max = 8) int versions, @ForAll Random random) {
    List<Version> left =
        new ArrayList<>(IntStream.rangeClosed(1, versions).mapToObj(n -> version(n)).toList());
    Collections.shuffle(left, random);
    Version inForce = null;
    Set<Long> counting = new HashSet<>();
    Set<Long> superseded = new HashSet<>();
    while (!left.isEmpty()) {
      List<Version> batch = left.subList(0, 1 + random.nextInt(left.size()));
      Succession succession = Succession.of(inForce, batch);
      batch.forEach(version -> counting.add(version.eventNo()));
      for (Superseded one : succession.superseded()) {
        assertThat(counting.remove(one.eventNo())).isTrue();
        assertThat(superseded.add(one.eventNo())).isTrue();
      }
      inForce = succession.inForce();
      batch.clear();
    }

    assertThat(counting).containsExactly(version(versions).eventNo());
    assertThat(superseded).hasSize(versions - 1);
  }

  @Test
  void asksTheStoreNothingAboutEventsThatAreVersionsOfNothing() {
    EntityVersions versions = new EntityVersions(null);

    NewVersions found =
        versions.arrived(
            List.of(
                sale(EventType.DEAL_WON, null, null), sale(EventType.EVENT_REVERSED, "deal", 1L)));

    assertThat(found).isEqualTo(NewVersions.NONE);
  }

  /** Event numbers follow no order of versions. */
  private static Version version(int number) {
    return new Version(number, 1_000 - 7L * number);
  }

  private static Sale sale(EventType type, String entityKey, Long version) {
    SalesEvent data =
        new SalesEvent(
            DAY, "ann", List.of(), null, null, null, null, null, null, entityKey, version, null,
            null, null, null, null);
    return new Sale(1, new SaleRef("/crm", "1"), type, data, Cause.first("1"), Instant.EPOCH);
  }
}
