package dev.milepost.tracking.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final Course NEW = new Course(null, BigDecimal.ZERO);

  /** An entry is an instant and an amount, in one number: 0 to 9 at 0 to 9, less 3. */
  @Property
  void tellsNoOtherDateThanTheEntries(
      @ForAll @Size(max = 6) List<@Size(max = 5) List<@IntRange(max = 99) Integer>> batches,
      @ForAll @IntRange(min = 1, max = 30) int bar) {
    NavigableMap<Instant, BigDecimal> entries = new TreeMap<>();
    Course course = NEW;
    for (List<Integer> batch : batches) {
      NavigableMap<Instant, BigDecimal> news = new TreeMap<>();
      batch.forEach(entry -> add(news, entry / 10, entry % 10 - 3));
      BigDecimal before = sum(entries);
      news.forEach((at, amount) -> entries.merge(at, amount, BigDecimal::add));

      if (before.intValue() < bar && sum(entries).intValue() >= bar) {
        course
            .crossed(BigDecimal.valueOf(bar), before, news)
            .ifPresent(date -> assertThat(date).isEqualTo(crossed(entries, bar)));
      }
      course = course.after(before, news);

      assertThat(course.peak()).isGreaterThanOrEqualTo(highest(entries));
      assertThat(Optional.ofNullable(course.end())).isEqualTo(last(entries));
    }
  }

  @Property
  void knowsEveryDateOfGainsThatComeInOrder(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 9) Integer> amounts) {
    NavigableMap<Instant, BigDecimal> entries = new TreeMap<>();
    Course course = NEW;
    for (int at = 0; at < amounts.size(); at++) {
      NavigableMap<Instant, BigDecimal> news = new TreeMap<>();
      add(news, at, amounts.get(at));
      BigDecimal before = sum(entries);
      entries.putAll(news);

      assertThat(course.crossed(sum(entries), before, news)).contains(news.firstKey());
      course = course.after(before, news);
    }
  }

  /** 50 on day 1 and −30 on day 2: 45 was reached on day 1, whatever brings it back to 60. */
  @Test
  void leavesToTheEntriesWhatAPeakMayHaveReachedBefore() {
    NavigableMap<Instant, BigDecimal> past = new TreeMap<>();
    add(past, 1, 50);
    add(past, 2, -30);
    NavigableMap<Instant, BigDecimal> news = new TreeMap<>();
    add(news, 3, 40);

    Course course = NEW.after(BigDecimal.ZERO, past);

    assertThat(course.crossed(new BigDecimal("45"), new BigDecimal("20"), news)).isEmpty();
    assertThat(course.crossed(new BigDecimal("55"), new BigDecimal("20"), news))
        .contains(news.firstKey());
  }

  @Test
  void leavesToTheEntriesWhatComesFromBeforeTheLast() {
    NavigableMap<Instant, BigDecimal> past = new TreeMap<>();
    add(past, 5, 10);
    NavigableMap<Instant, BigDecimal> news = new TreeMap<>();
    add(news, 4, 10);

    Course course = NEW.after(BigDecimal.ZERO, past);

    assertThat(course.crossed(new BigDecimal("15"), BigDecimal.TEN, news)).isEmpty();
    assertThat(course.after(BigDecimal.TEN, news))
        .isEqualTo(new Course(past.lastKey(), new BigDecimal("20")));
  }

  private static void add(NavigableMap<Instant, BigDecimal> entries, int second, int amount) {
    entries.merge(World.START.plusSeconds(second), BigDecimal.valueOf(amount), BigDecimal::add);
  }

  private static BigDecimal sum(NavigableMap<Instant, BigDecimal> entries) {
    return entries.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Optional<Instant> last(NavigableMap<Instant, BigDecimal> entries) {
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.lastKey());
  }

  private static Instant crossed(NavigableMap<Instant, BigDecimal> entries, int bar) {
    return entries.keySet().stream()
        .filter(at -> sum(entries.headMap(at, true)).intValue() >= bar)
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal highest(NavigableMap<Instant, BigDecimal> entries) {
    return entries.keySet().stream()
        .map(at -> sum(entries.headMap(at, true)))
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }
}
