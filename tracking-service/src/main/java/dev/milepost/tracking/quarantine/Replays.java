package dev.milepost.tracking.quarantine;

import dev.milepost.runtime.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of each of many that should be sent again.
 *
 * @param results one each, in the order of the request, or of being set aside
 * @param more whether more wait that fit the description; ask again for those
 */
public record Replays(List<Item> results, boolean more) {

  /**
   * One of them.
   *
   * @param id its id in quarantine
   * @param outcome what became of it
   * @param problem why it was not sent; absent when it was
   */
  public record Item(UUID id, Outcome outcome, @Nullable Problem problem) {}

  /** What can become of one. */
  public enum Outcome {
    /** It was sent again, as it came or put right. */
    REPLAYED,
    /** There is none of this id that waits. */
    NOT_FOUND,
    /** It cannot be sent; the problem says why. */
    REFUSED
  }
}
