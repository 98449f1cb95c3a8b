package dev.milepost.incentive.entitlement;

import dev.milepost.contract.ProgressRecorded;
import dev.milepost.incentive.entitlement.Booking.Circumstances;
import dev.milepost.incentive.goal.GoalFixture;
import dev.milepost.incentive.reward.BookedReward;
import dev.milepost.runtime.event.Cause;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Books changes in memory. */
final class BookedFixture {

  private BookedFixture() {}

  static List<BookedReward> after(List<Change> changes) {
    return bookings(changes).stream().map(Booking::reward).toList();
  }

  static List<Booking> bookings(List<Change> changes) {
    return bookings(changes, GoalFixture.progress(1, "60000"));
  }

  static List<Booking> bookings(List<Change> changes, ProgressRecorded progress) {
    AtomicLong ids = new AtomicLong();
    Circumstances circumstances =
        new Circumstances(
            GoalFixture.goal(1),
            progress,
            Cause.first("sale-1"),
            GoalFixture.NOVEMBER.plusSeconds(9),
            () -> new UUID(7, ids.incrementAndGet()));
    return changes.stream().map(change -> Booking.of(change, circumstances)).toList();
  }
}
