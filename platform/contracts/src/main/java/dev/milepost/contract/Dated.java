package dev.milepost.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value that holds during {@code [from, to)}.
 *
 * @param value what holds
 * @param from first instant; absent: since ever
 * @param to first instant at which it no longer holds; absent: until further notice
 */
public record Dated(String value, @Nullable Instant from, @Nullable Instant to) {

  /** Whether it holds at the instant. */
  public boolean holdsAt(Instant instant) {
    return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
  }
}
