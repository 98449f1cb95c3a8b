package dev.milepost.goals.goal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in a goal's life, kept for good.
 *
 * @param action what was done
 * @param by who did it; absent when time or the result did
 * @param at when
 * @param note what was said about it
 */
public record Step(Action action, @Nullable Person by, Instant at, @Nullable String note) {

  /** The kinds of step. */
  public enum Action {
    DRAFTED,
    EDITED,
    PROPOSED,
    COUNTERED,
    ACCEPTED,
    APPROVED,
    REJECTED,
    ACTIVATED,
    REVISION_PROPOSED,
    REVISION_APPROVED,
    REVISION_REJECTED,
    CLOSED,
    CANCELLED
  }
}
