package dev.milepost.tracking.milestone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Tells goals that nothing is booked to at present from busy ones, by looking at them again and
 * again. It lives in memory only, since it decides no more than when a goal's turn comes.
 */
public final class Calm {
  /** A partition has its turn only now and then while there is much to take in. */
  private static final int SAME = 3;

  /** A goal that was found busy so often has its turn all the same. */
  private static final int PATIENCE = 15;

  /** While goals are busy so is the database: they have but this part of the lines. */
  private static final int BUSY_PART = 20;

  private Map<Long, Look> looks = new HashMap<>();

  /**
   * How a goal was found.
   *
   * @param sequence its last line
   * @param same how often in turn that was the same
   * @param other how often it was another
   */
  private record Look(long sequence, int same, int other) {
    Look again(long now) {
      return now == sequence ? new Look(now, same + 1, other) : new Look(now, 0, other + 1);
    }

    boolean isCalm() {
      return same >= SAME;
    }

    boolean isOverdue() {
      return other >= PATIENCE;
    }
  }

  /**
   * Whose turn it is: those with no new line in the last looks, and those that have waited for
   * long.
   *
   * @param sequences the last line of each goal by its number, in the order of their turns
   * @param lines about how many lines they may have together, busy ones fewer; a single goal may
   *     have more
   */
  public List<Long> next(SequencedMap<Long, Long> sequences, long lines) {
    Map<Long, Look> now = new HashMap<>();
    List<Long> next = new ArrayList<>();
    long rest = lines;
    long ofBusy = lines / BUSY_PART;
    for (Map.Entry<Long, Long> goal : sequences.entrySet()) {
      Look last = looks.get(goal.getKey());
      Look look = last == null ? new Look(goal.getValue(), 0, 0) : last.again(goal.getValue());
      if (rest > 0 && (look.isCalm() || (ofBusy > 0 && look.isOverdue()))) {
        next.add(goal.getKey());
        rest -= goal.getValue();
        ofBusy -= look.isCalm() ? 0 : goal.getValue();
      } else {
        now.put(goal.getKey(), look);
      }
    }
    looks = now;
    return next;
  }
}
