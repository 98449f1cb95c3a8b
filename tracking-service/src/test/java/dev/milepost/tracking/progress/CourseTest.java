package dev.milepost.tracking.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
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

  /** An entry is an instant and an amount, in one number: 0 to 9 at 0 to 9, less 3. */
  @Property
  void tellsNoOtherDateThanTheEntries(
      @ForAll @Size(max = 6) List<@Size(max = 5) List<@IntRange(max = 99) Integer>> batches,
      @ForAll @IntRange(min = 1, max = 30) int bar) {
    Ledger ledger = new Ledger();
    for (List<Integer> batch : batches) {
      NavigableMap<Instant, BigDecimal> news = new TreeMap<>();
      batch.forEach(entry -> add(news, entry / 10, entry % 10 - 3));
      boolean wasBelow = sum(ledger.entries).intValue() < bar;
      Course before = ledger.course;
      Optional<Instant> told = before.crossed(BigDecimal.valueOf(bar), news, ledger.last);
      Course known = before.with(news);
      ledger.add(news);

      if (wasBelow && sum(ledger.entries).intValue() >= bar) {
        Course from = known.isBelow(BigDecimal.valueOf(bar)) ? known : Course.UNKNOWN;
        assertThat(told.orElseGet(() -> ledger.learnFromTailOf(from, bar)))
            .isEqualTo(crossed(ledger.entries, bar));
      }
      ledger.requireTrue(ledger.course);
    }
  }

  @Property
  void knowsEveryDateOfGainsThatComeInOrder(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 9) Integer> amounts) {
    Ledger ledger = new Ledger();
    for (int at = 0; at < amounts.size(); at++) {
      NavigableMap<Instant, BigDecimal> news = new TreeMap<>();
      add(news, at, amounts.get(at));
      BigDecimal after = sum(ledger.entries).add(sum(news));

      assertThat(ledger.course.crossed(after, news, ledger.last)).contains(news.firstKey());
      ledger.add(news);
    }
  }

  /** 50 on day 1 and −30 on day 2: 45 was reached on day 1, whatever brings it back to 60. */
  @Test
  void leavesToTheEntriesWhatAPeakMayHaveReachedBefore() {
    Ledger ledger = new Ledger();
    NavigableMap<Instant, BigDecimal> past = new TreeMap<>();
    add(past, 1, 50);
    add(past, 2, -30);
    ledger.add(past);
    NavigableMap<Instant, BigDecimal> news = new TreeMap<>();
    add(news, 3, 40);

    assertThat(ledger.course.crossed(new BigDecimal("45"), news, ledger.last)).isEmpty();
    assertThat(ledger.course.crossed(new BigDecimal("55"), news, ledger.last))
        .contains(news.firstKey());
  }

  /** 10 on day 5, then 10 on day 4 and 10 on day 6: what came after day 5 is the tail. */
  @Test
  void keepsWhatItKnowsWhenSomethingEarlierComes() {
    Ledger ledger = new Ledger();
    NavigableMap<Instant, BigDecimal> past = new TreeMap<>();
    add(past, 5, 10);
    ledger.add(past);
    NavigableMap<Instant, BigDecimal> news = new TreeMap<>();
    add(news, 4, 10);
    add(news, 6, 10);

    assertThat(ledger.course.crossed(new BigDecimal("15"), news, ledger.last)).isEmpty();
    assertThat(ledger.course.crossed(new BigDecimal("25"), news, ledger.last))
        .contains(news.lastKey());
    ledger.add(news);
    BigDecimal twenty = new BigDecimal("20");
    assertThat(ledger.course).isEqualTo(new Course(past.lastKey(), twenty, twenty, 1));
    assertThat(ledger.course.crossed(new BigDecimal("25"), news, ledger.last)).isEmpty();
  }

  /** 9 and then 2 more on day 5: whatever came before day 5 was below 10. */
  @Test
  void knowsACrossingAtTheInstantThatItIsKnownUntil() {
    Ledger ledger = new Ledger();
    NavigableMap<Instant, BigDecimal> past = new TreeMap<>();
    add(past, 5, 9);
    ledger.add(past);
    NavigableMap<Instant, BigDecimal> news = new TreeMap<>();
    add(news, 5, 2);

    assertThat(ledger.course.crossed(BigDecimal.TEN, news, ledger.last)).contains(news.firstKey());
  }

  /** The entries of a goal, numbered in the order in which they came, beside its course. */
  private static final class Ledger {
    private final NavigableMap<Instant, BigDecimal> entries = new TreeMap<>();
    private final List<Instant> numbered = new ArrayList<>();
    private Course course = Course.UNKNOWN;
    private long last;

    void add(NavigableMap<Instant, BigDecimal> news) {
      news.forEach((at, amount) -> entries.merge(at, amount, BigDecimal::add));
      numbered.addAll(news.keySet());
      course = course.after(news, last, last + news.size());
      last += news.size();
    }

    private NavigableMap<Instant, BigDecimal> upTo(Course known) {
      return known.until() == null ? new TreeMap<>() : entries.headMap(known.until(), true);
    }

    void requireTrue(Course known) {
      assertThat(known.height()).isEqualByComparingTo(sum(upTo(known)));
      assertThat(known.peak()).isGreaterThanOrEqualTo(highest(upTo(known)));
      assertThat(numbered.subList(0, (int) known.sequence()))
          .allSatisfy(at -> assertThat(at).isBeforeOrEqualTo(known.until()));
    }

    /** What reading the tail tells, and what is known then. */
    Instant learnFromTailOf(Course known, int bar) {
      Instant date = crossedInTailOf(known, bar);
      long sequence = numbered.stream().takeWhile(at -> !at.isAfter(date)).count();
      course = course.orFurther(Course.risenAt(date, sum(entries.headMap(date, true)), sequence));
      return date;
    }

    private Instant crossedInTailOf(Course known, int bar) {
      return entries.keySet().stream()
          .filter(at -> known.until() == null || at.isAfter(known.until()))
          .filter(
              at ->
                  known
                          .height()
                          .add(sum(entries.headMap(at, true)))
                          .subtract(sum(upTo(known)))
                          .intValue()
                      >= bar)
          .findFirst()
          .orElseThrow();
    }
  }

  private static void add(NavigableMap<Instant, BigDecimal> entries, int second, int amount) {
    entries.merge(World.START.plusSeconds(second), BigDecimal.valueOf(amount), BigDecimal::add);
  }

  private static BigDecimal sum(NavigableMap<Instant, BigDecimal> entries) {
    return entries.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
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
