package dev.milepost.tracking.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a flow's course without its entries. The course is, at each instant, the sum of
 * all entries on time that occurred up to and including it. Most sales come in the order in which
 * they happen; of those the course tells when they crossed a value, so that the cost of a milestone
 * does not grow with the ledger.
 *
 * @param end when the last entry occurred; null while there is none
 * @param peak a height that the course never rose above; it may be higher than the highest
 */
record Course(@Nullable Instant end, BigDecimal peak) {

  /**
   * The course when entries are added.
   *
   * @param before the sum of all entries so far
   * @param news what is added at each instant
   */
  Course after(BigDecimal before, NavigableMap<Instant, BigDecimal> news) {
    if (news.isEmpty()) {
      return this;
    }
    Instant last = news.lastKey();
    return isContinuedBy(news)
        ? new Course(last, peak.max(highest(before, news)))
        : new Course(end == null || end.isBefore(last) ? last : end, peak.add(gains(news)));
  }

  /**
   * When the course, with these entries added, first stood at or above a value; empty when only the
   * entries can tell.
   */
  Optional<Instant> crossed(
      BigDecimal value, BigDecimal before, NavigableMap<Instant, BigDecimal> news) {
    if (news.isEmpty() || !isContinuedBy(news) || peak.compareTo(value) >= 0) {
      return Optional.empty();
    }
    BigDecimal height = before;
    for (Map.Entry<Instant, BigDecimal> step : news.entrySet()) {
      height = height.add(step.getValue());
      if (height.compareTo(value) >= 0) {
        return Optional.of(step.getKey());
      }
    }
    return Optional.empty();
  }

  private boolean isContinuedBy(NavigableMap<Instant, BigDecimal> news) {
    return end == null || !news.firstKey().isBefore(end);
  }

  private static BigDecimal highest(BigDecimal before, NavigableMap<Instant, BigDecimal> news) {
    BigDecimal height = before;
    BigDecimal highest = before;
    for (BigDecimal step : news.values()) {
      height = height.add(step);
      highest = highest.max(height);
    }
    return highest;
  }

  private static BigDecimal gains(NavigableMap<Instant, BigDecimal> news) {
    return news.values().stream()
        .filter(step -> step.signum() > 0)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
