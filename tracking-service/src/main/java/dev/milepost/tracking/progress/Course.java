package dev.milepost.tracking.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a flow's course without its entries. The course is, at each instant, the sum of
 * all entries on time that occurred up to and including it. It is known up to an instant; entries
 * that occurred later make its tail, and are read when a value was crossed there. While sales come
 * in the order in which they happen there is no tail, so that the cost of a milestone does not grow
 * with the ledger; where they come in some disorder, each entry is read about once.
 *
 * @param until the instant; null while no entry is known
 * @param height the sum of all entries up to and including it
 * @param peak a height that the course never rose above until then; it may be higher than the
 *     highest
 * @param sequence every entry up to this number occurred up to then; later ones may have, too
 */
record Course(@Nullable Instant until, BigDecimal height, BigDecimal peak, long sequence) {

  /** Nothing is known: all entries make the tail. */
  static final Course UNKNOWN = new Course(null, BigDecimal.ZERO, BigDecimal.ZERO, 0);

  /** The course up to the instant at which it first stood at or above some value. */
  static Course risenAt(Instant instant, BigDecimal height, long sequence) {
    return new Course(instant, height, height, sequence);
  }

  /**
   * The course when entries are added.
   *
   * @param news what is added at each instant
   * @param before number of the last entry before them
   * @param last number of the last one of them
   */
  Course after(NavigableMap<Instant, BigDecimal> news, long before, long last) {
    Course known = with(news);
    if (hasTail(before)) {
      return known;
    }
    NavigableMap<Instant, BigDecimal> later = later(news);
    if (later.isEmpty()) {
      return new Course(until, known.height, known.peak, last);
    }
    return isAmong(news) ? known : known.prolonged(later, last);
  }

  /**
   * When the course, with these entries added, first stood at or above a value; empty when only the
   * entries can tell.
   *
   * @param before number of the last entry before them
   */
  Optional<Instant> crossed(BigDecimal value, NavigableMap<Instant, BigDecimal> news, long before) {
    Course known = with(news);
    if (raised(news).compareTo(value) < 0 && known.height.compareTo(value) >= 0) {
      return Optional.ofNullable(until);
    }
    if (hasTail(before) || !known.isBelow(value)) {
      return Optional.empty();
    }
    BigDecimal rising = known.height;
    for (Map.Entry<Instant, BigDecimal> step : later(news).entrySet()) {
      rising = rising.add(step.getValue());
      if (rising.compareTo(value) >= 0) {
        return Optional.of(step.getKey());
      }
    }
    return Optional.empty();
  }

  /** The same stretch of the course, with those of the entries that occurred in it. */
  Course with(NavigableMap<Instant, BigDecimal> news) {
    if (until == null || news.isEmpty() || news.firstKey().isAfter(until)) {
      return this;
    }
    BigDecimal now = height.add(sum(news.headMap(until, true)));
    return new Course(until, now, raised(news).max(now), sequence);
  }

  /** The one that is known for longer. */
  Course orFurther(Course other) {
    return other.until != null && (until == null || other.until.isAfter(until)) ? other : this;
  }

  /** A height that the course, with these entries, never rose above before the instant itself. */
  private BigDecimal raised(NavigableMap<Instant, BigDecimal> news) {
    return until == null ? peak : peak.add(gains(news.headMap(until, false)));
  }

  /** Whether it surely never stood at or above the value. */
  boolean isBelow(BigDecimal value) {
    return peak.compareTo(value) < 0;
  }

  private boolean hasTail(long lastEntry) {
    return sequence < lastEntry;
  }

  /** Whether one of the entries occurred before the end of what is known. */
  private boolean isAmong(NavigableMap<Instant, BigDecimal> news) {
    return until != null && news.firstKey().isBefore(until);
  }

  private NavigableMap<Instant, BigDecimal> later(NavigableMap<Instant, BigDecimal> news) {
    return until == null ? news : news.tailMap(until, false);
  }

  private Course prolonged(NavigableMap<Instant, BigDecimal> later, long last) {
    BigDecimal now = height;
    BigDecimal highest = peak;
    for (BigDecimal step : later.values()) {
      now = now.add(step);
      highest = highest.max(now);
    }
    return new Course(later.lastKey(), now, highest, last);
  }

  private static BigDecimal gains(Map<Instant, BigDecimal> news) {
    return news.values().stream()
        .filter(step -> step.signum() > 0)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal sum(Map<Instant, BigDecimal> news) {
    return news.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
