package dev.milepost.tracking.progress;

import dev.milepost.tracking.catalogue.Contribution;
import java.math.BigDecimal;

/**
 * One key of a goal that counts keys.
 *
 * <p>An entry that is there only to tell of an earlier sighting tells it late if it came late. A
 * sale that tells it, being the first of the key to be booked, tells what was known already: that
 * is not late though the sale may be, and holds for a sale that is booked after it and came in
 * time. The statements over entries that count keys say the same with {@link #IN_TIME}.
 *
 * @param live how many credits of the key count
 * @param seen above 0 when the key was seen before the goal's period
 * @param lateLive what the credits that came after the close add to {@code live}
 * @param lateSeen what they add to {@code seen}
 */
record KeyState(int live, int seen, int lateLive, int lateSeen) {
  /** What tells in time of an earlier sighting, in SQL over entries. */
  static final String IN_TIME = "(kind <> 'TRUE_UP' OR numerator <> 0)";

  static final KeyState UNKNOWN = new KeyState(0, 0, 0, 0);

  /** With one more entry of the key. */
  KeyState plus(Contribution contribution, boolean late) {
    int more = contribution.numerator().intValueExact();
    BigDecimal flag = contribution.denominator();
    return plus(more, flag == null ? 0 : flag.intValueExact(), late);
  }

  /** With so many more credits that count, and so much more that tells of earlier sightings. */
  KeyState plus(int more, int sightings, boolean late) {
    boolean lateNews = late && more == 0;
    return new KeyState(
        late ? live : live + more,
        lateNews ? seen : seen + sightings,
        late ? lateLive + more : lateLive,
        lateNews ? lateSeen + sightings : lateSeen);
  }

  /** How much the key counts, 1 or 0, without what came late. */
  int count() {
    return count(live, seen);
  }

  /** How much more it counts with what came late: 1, 0 or -1. */
  int lateCount() {
    return total() - count();
  }

  /** How much it counts with what came late: 1 or 0. */
  int total() {
    return count(live + lateLive, seen + lateSeen);
  }

  private static int count(int live, int seen) {
    return live > 0 && seen <= 0 ? 1 : 0;
  }
}
