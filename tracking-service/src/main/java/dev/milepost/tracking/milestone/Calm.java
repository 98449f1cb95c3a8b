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
  /** A goal that was found busy so often has its turn all the same. */
  private static final int PATIENCE = 15;

  /** While goals are busy so is the database: they have but this part of the lines. */
  private static final int BUSY_PART = 20;

  private Map<Long, Look> looks = new HashMap<>();

  /**
   * How a goal was found.
   *
   * @param sequence its last line
   * @param times how often in turn that was another
   */
  private record Look(long sequence, int times) {
    Look again(long now) {
      return new Look(now, now == sequence ? times : times + 1);
    }
  }

  /**
   * Whose turn it is: those with no new line since the last look, and those that have waited for
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
      Look look = last == null ? new Look(goal.getValue(), 0) : last.again(goal.getValue());
      boolean calm = last != null && last.sequence() == look.sequence();
      if (rest > 0 && (calm || (ofBusy > 0 && look.times() >= PATIENCE))) {
        next.add(goal.getKey());
        rest -= goal.getValue();
        ofBusy -= calm ? 0 : goal.getValue();
      } else {
        now.put(goal.getKey(), look);
      }
    }
    looks = now;
    return next;
  }
}
