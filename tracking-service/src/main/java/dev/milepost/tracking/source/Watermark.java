package dev.milepost.tracking.source;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of itself: everything that occurred before an instant has been sent.
 *
 * <p>It only rises. Declared again, it stands as it is, unless an integration makes it its own by
 * that. One that was declared too high is lowered by an explicit correction, and what it made
 * complete is complete no further at once. It is complete once everything is taken in that had
 * arrived when it was declared.
 *
 * @param source the source
 * @param until everything that occurred before this has been sent
 * @param declaredAt when the source said so
 * @param declaredBy who said so: subject of a token
 * @param owner the integration that declares for the source: the first that did; null while none
 *     has
 * @param completeUntil everything that occurred before this is taken in; null while nothing is
 */
record Watermark(
    String source,
    Instant until,
    Instant declaredAt,
    String declaredBy,
    @Nullable String owner,
    @Nullable Instant completeUntil) {

  /** What becomes of a declaration. */
  sealed interface Outcome {}

  /** It is what holds from now on. */
  record Declared(Watermark watermark) implements Outcome {}

  /** It says what is known already, and for whom. */
  record Unchanged(Watermark watermark) implements Outcome {}

  /** It is below the one that stands, and no correction. */
  record MovesBack(Instant known) implements Outcome {}

  /** Nobody has sent what is yet to occur. */
  record AheadOfNow() implements Outcome {}

  /**
   * Who declares.
   *
   * @param name subject of a token
   * @param isIntegration whether it speaks for a source of its own
   */
  record Declarer(String name, boolean isIntegration) {
    private @Nullable String owner() {
      return isIntegration ? name : null;
    }
  }

  /** The first declaration of a source. */
  static Outcome first(String source, Instant until, Declarer by, Instant now) {
    return until.isAfter(now)
        ? new AheadOfNow()
        : new Declared(new Watermark(source, until, now, by.name(), by.owner(), null));
  }

  /** A further declaration. */
  Outcome declare(Instant next, boolean correction, Declarer by, Instant now) {
    if (next.isAfter(now)) {
      return new AheadOfNow();
    }
    String ownerNow = owner == null ? by.owner() : owner;
    if (next.equals(until) && Objects.equals(ownerNow, owner)) {
      return new Unchanged(this);
    }
    if (next.isBefore(until) && !correction) {
      return new MovesBack(until);
    }
    return new Declared(new Watermark(source, next, now, by.name(), ownerNow, atMost(next)));
  }

  /** Whether another integration declares for the source. */
  boolean isForeignTo(Declarer by) {
    return by.isIntegration() && owner != null && !owner.equals(by.name());
  }

  private @Nullable Instant atMost(Instant next) {
    return completeUntil != null && completeUntil.isAfter(next) ? next : completeUntil;
  }
}
