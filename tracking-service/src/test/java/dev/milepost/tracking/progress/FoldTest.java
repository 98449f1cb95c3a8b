package dev.milepost.tracking.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.tracking.catalogue.Contribution;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Entries in any order fold to what is left of the sales. A sale is told by the quarters of it that
 * its revisions left, one after the other; its value is its place in the list, and every fourth has
 * the same key.
 */
class FoldTest {
  private static final int KEYS = 4;
  private static final MetricVersion METRIC =
      World.metric("m", Aggregation.AVERAGE, Direction.INCREASE, "event.amount");

  @Property
  void addsUpWhatIsLeft(
      @ForAll @Size(max = 12) List<@Size(max = 4) List<@IntRange(max = 4) Integer>> sales,
      @ForAll long order) {
    Tally tally = new Tally(BigDecimal.ZERO, BigDecimal.ZERO);
    for (Contribution entry : entries(sales, FoldTest::sum, order)) {
      tally = tally.plus(entry);
    }

    BigDecimal expected = BigDecimal.ZERO;
    for (int place = 0; place < sales.size(); place++) {
      expected = expected.add(value(place).multiply(left(sales.get(place))));
    }
    assertThat(tally.value()).isEqualByComparingTo(expected);
  }

  @Property
  void takesTheMeanOfWhatIsLeft(
      @ForAll @Size(max = 12) List<@Size(max = 4) List<@IntRange(max = 4) Integer>> sales,
      @ForAll long order) {
    BigDecimal numerator = BigDecimal.ZERO;
    BigDecimal denominator = BigDecimal.ZERO;
    long sample = 0;
    for (Contribution e : entries(sales, place -> Contribution.average(value(place)), order)) {
      numerator = numerator.add(e.numerator());
      denominator = denominator.add(e.denominator());
      sample += e.sample();
    }
    Level level = new Level(numerator, denominator, sample);

    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal weight = BigDecimal.ZERO;
    int live = 0;
    for (int place = 0; place < sales.size(); place++) {
      sum = sum.add(value(place).multiply(left(sales.get(place))));
      weight = weight.add(left(sales.get(place)));
      live += left(sales.get(place)).signum();
    }
    assertThat(level.sample()).isEqualTo(live);
    BigDecimal mean = level.value(METRIC);
    if (live == 0) {
      assertThat(mean).isNull();
    } else {
      assertThat(mean).isEqualByComparingTo(sum.divide(weight, 18, RoundingMode.HALF_EVEN));
    }
  }

  @Property
  void countsTheKeysOfWhichAnythingIsLeft(
      @ForAll @Size(max = 12) List<@Size(max = 4) List<@IntRange(max = 4) Integer>> sales,
      @ForAll long order) {
    Map<String, KeyState> keys = new HashMap<>();
    for (Contribution entry : entries(sales, place -> Contribution.key(key(place)), order)) {
      keys.merge(
          entry.key(),
          KeyState.UNKNOWN.plus(entry, false),
          (old, unused) -> old.plus(entry, false));
    }

    Set<String> expected = new HashSet<>();
    for (int place = 0; place < sales.size(); place++) {
      if (left(sales.get(place)).signum() > 0) {
        expected.add(key(place));
      }
    }
    assertThat(keys.values().stream().mapToInt(KeyState::count).sum()).isEqualTo(expected.size());
  }

  private static List<Contribution> entries(
      List<List<Integer>> sales, Function<Integer, Contribution> whole, long order) {
    List<Contribution> entries = new ArrayList<>();
    for (int place = 0; place < sales.size(); place++) {
      BigDecimal before = BigDecimal.ZERO;
      for (BigDecimal left : lefts(sales.get(place))) {
        entries.add(whole.apply(place).change(before, left));
        before = left;
      }
    }
    Collections.shuffle(entries, new Random(order));
    return entries;
  }

  /** The whole, then less and less of it. */
  private static List<BigDecimal> lefts(List<Integer> quarters) {
    List<Integer> falling = new ArrayList<>(quarters);
    falling.add(4);
    falling.sort(Collections.reverseOrder());
    return falling.stream().map(q -> new BigDecimal(q).divide(new BigDecimal(4))).toList();
  }

  private static BigDecimal left(List<Integer> quarters) {
    return lefts(quarters).getLast();
  }

  private static Contribution sum(int place) {
    return Contribution.sum(value(place));
  }

  private static BigDecimal value(int place) {
    return BigDecimal.valueOf(place + 1L);
  }

  private static String key(int place) {
    return "key-" + place % KEYS;
  }
}
