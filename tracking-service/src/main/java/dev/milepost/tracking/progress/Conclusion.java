package dev.milepost.tracking.progress;

import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.tracking.milestone.CrossingDates.Bar;
import dev.milepost.tracking.milestone.Milestones;
import dev.milepost.tracking.milestone.Standing;
import dev.milepost.tracking.progress.Watches.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows from where goals stand at the end of a transaction: it is told, and decides on their
 * milestones. Goals that are being back-filled stand nowhere yet.
 */
@ApplicationScoped
class Conclusion {
  private final Valuation valuation;
  private final Milestones milestones;
  private final History history;
  private final Watches watches;
  private final Outbox outbox;
  private final ProgressMeters meters;

  Conclusion(
      Valuation valuation,
      Milestones milestones,
      History history,
      Watches watches,
      Outbox outbox,
      ProgressMeters meters) {
    this.valuation = valuation;
    this.milestones = milestones;
    this.history = history;
    this.watches = watches;
    this.outbox = outbox;
    this.meters = meters;
  }

  /** A goal, and what its entries fold to now. */
  private record Valued(Touched touched, Measured measured) {
    Standing standing() {
      return touched.standing(measured);
    }

    boolean isTimed() {
      return touched.isTimed();
    }
  }

  /** Tells where goals stand, whatever was told before. */
  void conclude(Collection<Touched> touched, Instant now) {
    List<Valued> valued = valued(touched, now);
    List<OutgoingEvent> events = told(valued);
    events.addAll(settled(valued, now));
    watch(valued, now);
    tell(events);
  }

  /**
   * Concludes what a batch of sales led to, but leaves telling to the caller where the ledger can
   * tell it again: where goals stand whatever the time. Time does not come back, so of the others
   * it is written down.
   *
   * @return where goals stand, to be told
   */
  List<OutgoingEvent> concludeBatch(Collection<Touched> touched, Instant now) {
    List<Valued> valued = valued(touched, now);
    List<OutgoingEvent> events = told(valued.stream().filter(Valued::isTimed).toList());
    List<OutgoingEvent> left = told(valued.stream().filter(one -> !one.isTimed()).toList());
    events.addAll(settled(valued, now));
    watch(valued, now);
    tell(events);
    meters.told(left);
    return left;
  }

  /** Tells where goals stand if that is not what was told of them last. */
  void look(Collection<Touched> touched, Instant now) {
    List<Valued> valued = valued(touched, now);
    Map<Long, Watch> last =
        watches.of(valued.stream().map(one -> one.touched().goal().no()).toList());
    List<OutgoingEvent> events = told(valued.stream().filter(one -> isNews(one, last)).toList());
    events.addAll(settled(valued, now));
    watch(valued, now);
    tell(events);
  }

  /**
   * Tells the final progress of goals whose grace is over. Milestones that are due and were not
   * tested yet are tested before.
   */
  void close(Collection<Touched> touched, Instant now) {
    List<OutgoingEvent> due = settled(valued(touched, now), now);
    touched.forEach(one -> one.account().close(now));
    List<Valued> closed = valued(touched, now);
    List<OutgoingEvent> events = told(closed);
    events.addAll(due);
    events.addAll(milestones.close(closed.stream().map(Valued::standing).toList(), now));
    watch(closed, now);
    tell(events);
  }

  private List<Valued> valued(Collection<Touched> touched, Instant now) {
    List<Touched> ready = touched.stream().filter(one -> !one.account().isBackfilling()).toList();
    List<Measured> measured = valuation.of(ready.stream().map(Touched::followed).toList(), now);
    List<Valued> valued = new ArrayList<>();
    for (int i = 0; i < ready.size(); i++) {
      valued.add(new Valued(ready.get(i), measured.get(i)));
    }
    return valued;
  }

  private static boolean isNews(Valued valued, Map<Long, Watch> last) {
    Watch watch = last.get(valued.touched().goal().no());
    return watch == null || watch.isOutdatedBy(valued.measured());
  }

  private static List<OutgoingEvent> told(List<Valued> valued) {
    return new ArrayList<>(
        valued.stream().map(one -> one.touched().progress(one.measured())).toList());
  }

  private List<OutgoingEvent> settled(List<Valued> valued, Instant now) {
    return milestones.settle(
        valued.stream().filter(one -> one.touched().isOpen()).map(Valued::standing).toList(),
        bars -> crossings(bars, valued),
        history,
        now);
  }

  private Map<Bar, Instant> crossings(List<Bar> bars, List<Valued> valued) {
    Map<Long, Account> accounts = new HashMap<>();
    valued.forEach(one -> accounts.put(one.touched().goal().no(), one.touched().account()));
    return history.find(bars, accounts);
  }

  private void watch(List<Valued> valued, Instant now) {
    List<Valued> timed = valued.stream().filter(Valued::isTimed).toList();
    if (timed.isEmpty()) {
      return;
    }
    Map<Long, Instant> due =
        milestones.nextDue(timed.stream().map(one -> one.touched().goal().no()).toList());
    watches.put(
        timed.stream()
            .map(
                one ->
                    new Watch(
                        one.touched().goal().no(),
                        lookAt(one.touched(), due.get(one.touched().goal().no()), now),
                        one.measured().actual(),
                        one.measured().attainment()))
            .toList());
  }

  /** At the end of the day in the goal's zone, or when a milestone is due before that. */
  private static @Nullable Instant lookAt(Touched touched, @Nullable Instant due, Instant now) {
    return touched.isOpen()
        ? Stream.concat(Stream.ofNullable(due), touched.goal().path().nextDayEnd(now).stream())
            .min(Instant::compareTo)
            .orElse(null)
        : null;
  }

  private void tell(List<OutgoingEvent> events) {
    outbox.append(events);
    meters.told(events);
  }
}
