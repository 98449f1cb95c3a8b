package dev.milepost.tracking.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.tracking.milestone.Milestone.Change;
import dev.milepost.tracking.milestone.Milestone.Crossing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MilestoneTest {
  private static final Instant DAY = Instant.parse("2017-11-01T00:00:00Z");
  private static final BigDecimal TARGET = new BigDecimal("100");

  @Test
  void isReachedExactlyAtItsThreshold() {
    assertThat(open("0.5").at(new BigDecimal("49.99"), TARGET)).isEmpty();
    assertThat(open("0.5").at(new BigDecimal("50.00"), TARGET)).contains(Change.REACHED);
  }

  @Test
  void isRevertedBelowWhatItWasReachedAt() {
    Milestone reached = reachedAt("0.5", "50");

    assertThat(reached.at(new BigDecimal("50"), TARGET)).isEmpty();
    assertThat(reached.at(new BigDecimal("49.99"), TARGET)).contains(Change.REVERTED);
  }

  @Test
  void isNotTakenBackByAHigherTarget() {
    assertThat(reachedAt("0.5", "50").at(new BigDecimal("60"), new BigDecimal("200"))).isEmpty();
  }

  @Test
  void staysReachedIfALowerTargetStillHolds() {
    assertThat(reachedAt("0.5", "50").at(new BigDecimal("45"), new BigDecimal("80"))).isEmpty();
    assertThat(reachedAt("0.5", "50").at(new BigDecimal("39"), new BigDecimal("80")))
        .contains(Change.REVERTED);
  }

  @Test
  void getsANewIdWithEveryCycle() {
    Milestone once = open("0.50").reached(crossing("50"));
    Milestone twice = once.reverted(true).reached(crossing("50"));

    assertThat(once.crossingId("g")).isEqualTo("g:0.5:1");
    assertThat(twice.crossingId("g")).isEqualTo("g:0.5:2");
  }

  @Property
  void endsInTheSameStateInWhateverOrderSalesArrive(
      @ForAll @Size(max = 12) List<@IntRange(min = -40, max = 60) Integer> sales) {
    assertThat(after(sales).crossing() != null)
        .isEqualTo(after(sales.reversed()).crossing() != null)
        .isEqualTo(sales.stream().mapToInt(sale -> sale).sum() >= 50);
  }

  @Property
  void isAsIfASaleThatWasTakenBackHadNeverBeen(
      @ForAll @Size(max = 8) List<@IntRange(max = 60) Integer> sales,
      @ForAll @IntRange(max = 200) int undone) {
    List<Integer> withAndBack =
        Stream.of(sales, List.of(undone, -undone)).flatMap(List::stream).toList();

    assertThat(after(withAndBack).crossing() != null).isEqualTo(after(sales).crossing() != null);
  }

  /** One transaction per sale. */
  private static Milestone after(List<Integer> sales) {
    Milestone milestone = open("0.5");
    BigDecimal actual = BigDecimal.ZERO;
    for (int sale : sales) {
      actual = actual.add(BigDecimal.valueOf(sale));
      Milestone before = milestone;
      milestone =
          before
              .at(actual, TARGET)
              .map(
                  c -> c == Change.REACHED ? before.reached(crossing("50")) : before.reverted(true))
              .orElse(before);
    }
    return milestone;
  }

  private static Milestone open(String threshold) {
    return Milestone.open(new BigDecimal(threshold), true, DAY);
  }

  private static Milestone reachedAt(String threshold, String bar) {
    return open(threshold).reached(crossing(bar));
  }

  private static Crossing crossing(String bar) {
    return new Crossing(new BigDecimal(bar), 1, DAY, DAY);
  }
}
