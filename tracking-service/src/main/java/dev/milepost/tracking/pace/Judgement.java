package dev.milepost.tracking.pace;

import dev.milepost.contract.PaceChanged.Status;
import org.jspecify.annotations.Nullable;

/**
 * The status of a goal as it was told.
 *
 * @param status what is so
 * @param previous what was so before; null when it is the first
 */
public record Judgement(Status status, @Nullable Status previous) {

  /** The judgement from now on. */
  public static Judgement after(@Nullable Judgement last, Pace now) {
    if (last == null) {
      return new Judgement(now.status(), null);
    }
    return now.status() == last.status() ? last : new Judgement(now.status(), last.status());
  }

  /**
   * Whether it is worth telling: a change, or a first one that compares something.
   *
   * @param last what was told before
   */
  public boolean isNewsAfter(@Nullable Judgement last) {
    return last == null
        ? status != Status.TOO_EARLY && status != Status.NO_DATA
        : status != last.status();
  }
}
