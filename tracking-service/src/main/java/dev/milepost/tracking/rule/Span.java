package dev.milepost.tracking.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A time {@code [from, to)}.
 *
 * @param from first instant; null: since ever
 * @param to first instant after it; null: for ever
 */
public record Span(@Nullable Instant from, @Nullable Instant to) {

  /** Whether the instant lies in it. */
  public boolean contains(Instant instant) {
    return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
  }

  /** What lies in both. */
  public Optional<Span> and(Span other) {
    Instant start =
        from == null || other.from != null && other.from.isAfter(from) ? other.from : from;
    Instant end = to == null || other.to != null && other.to.isBefore(to) ? other.to : to;
    return start == null || end == null || start.isBefore(end)
        ? Optional.of(new Span(start, end))
        : Optional.empty();
  }

  /**
   * The times at which something holds that changes at no other instants than the borders, joined
   * where they touch.
   */
  public static List<Span> where(Collection<Instant> borders, Predicate<Instant> holds) {
    TreeSet<Instant> sorted = new TreeSet<>(borders);
    List<Span> found = new ArrayList<>();
    Instant start = null;
    boolean open = holds.test(sorted.isEmpty() ? Instant.EPOCH : sorted.first().minusNanos(1));
    for (Instant border : sorted) {
      boolean holding = holds.test(border);
      if (open && !holding) {
        found.add(new Span(start, border));
      }
      if (!open && holding) {
        start = border;
      }
      open = holding;
    }
    if (open) {
      found.add(new Span(start, null));
    }
    return found;
  }
}
