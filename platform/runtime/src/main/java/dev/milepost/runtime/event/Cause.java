package dev.milepost.runtime.event;

import org.jspecify.annotations.Nullable;

/**
 * Why something happened. Travels with every event as CloudEvents extensions and a W3C trace
 * header.
 *
 * @param correlationId the first cause: the sales event or HTTP request that started it all
 * @param causationId the direct cause, if there is one before this
 * @param traceParent W3C {@code traceparent} of the work that it is part of
 */
public record Cause(
    String correlationId, @Nullable String causationId, @Nullable String traceParent) {

  /** Something with no cause but itself. */
  public static Cause first(String correlationId) {
    return new Cause(correlationId, null, null);
  }
}
