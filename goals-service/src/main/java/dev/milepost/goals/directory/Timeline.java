package dev.milepost.goals.directory;

import dev.milepost.contract.Dated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arithmetic of values that hold for a time. */
final class Timeline {
  private static final Comparator<Dated> BY_START =
      Comparator.comparing(Timeline::start).thenComparing(Dated::value);

  private Timeline() {}

  /** A stretch of time in which something holds. */
  record Span(@Nullable Instant from, @Nullable Instant to) {

    /** Whether there is any moment in it. */
    boolean isEmpty() {
      return from != null && to != null && !from.isBefore(to);
    }

    /** The part that both have; empty when they have none. */
    Span and(Span other) {
      return new Span(later(from, other.from), earlier(to, other.to));
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
      if (a == null || b == null) {
        return a == null ? b : a;
      }
      return a.isAfter(b) ? a : b;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
      if (a == null || b == null) {
        return a == null ? b : a;
      }
      return a.isBefore(b) ? a : b;
    }
  }

  static Span span(Dated dated) {
    return new Span(dated.from(), dated.to());
  }

  /** The position of the first value that holds at the same time as one before it. */
  static Optional<Integer> firstOverlap(List<Dated> values) {
    for (int i = 1; i < values.size(); i++) {
      for (int before = 0; before < i; before++) {
        if (!span(values.get(i)).and(span(values.get(before))).isEmpty()) {
          return Optional.of(i);
        }
      }
    }
    return Optional.empty();
  }

  /** The values with {@code value} alone holding in the span, and all others cut around it. */
  static List<Dated> overwrite(List<Dated> values, String value, Span span) {
    List<Dated> result = new ArrayList<>();
    values.forEach(old -> result.addAll(without(old, span)));
    result.add(new Dated(value, span.from(), span.to()));
    return joined(result);
  }

  /** The values with {@code value} also holding in the span, beside whatever else holds. */
  static List<Dated> include(List<Dated> values, String value, Span span) {
    List<Dated> result = new ArrayList<>();
    for (Dated old : values) {
      if (old.value().equals(value)) {
        result.addAll(without(old, span));
      } else {
        result.add(old);
      }
    }
    result.add(new Dated(value, span.from(), span.to()));
    return joined(result);
  }

  private static List<Dated> without(Dated old, Span span) {
    List<Dated> rest = new ArrayList<>();
    Span before = span(old).and(new Span(null, span.from()));
    Span after = span(old).and(new Span(span.to(), null));
    if (span.from() != null && !before.isEmpty()) {
      rest.add(new Dated(old.value(), before.from(), before.to()));
    }
    if (span.to() != null && !after.isEmpty()) {
      rest.add(new Dated(old.value(), after.from(), after.to()));
    }
    return rest;
  }

  /** In order of time, with neighbours of one value made one. */
  private static List<Dated> joined(List<Dated> values) {
    List<Dated> result = new ArrayList<>();
    for (Dated next : values.stream().sorted(BY_START).toList()) {
      int neighbour = neighbour(result, next);
      if (neighbour < 0) {
        result.add(next);
      } else {
        Dated first = result.get(neighbour);
        result.set(neighbour, new Dated(first.value(), first.from(), next.to()));
      }
    }
    return result;
  }

  private static int neighbour(List<Dated> values, Dated next) {
    for (int i = 0; i < values.size(); i++) {
      Dated before = values.get(i);
      if (before.value().equals(next.value())
          && before.to() != null
          && before.to().equals(next.from())) {
        return i;
      }
    }
    return -1;
  }

  private static Instant start(Dated dated) {
    return dated.from() == null ? Instant.MIN : dated.from();
  }
}
