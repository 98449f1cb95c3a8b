package dev.milepost.incentive.entitlement;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.incentive.entitlement.Booking.Circumstances;
import dev.milepost.incentive.goal.GoalStanding;
import dev.milepost.incentive.ledger.Ledger;
import dev.milepost.incentive.plan.IncentivePlan;
import dev.milepost.incentive.reward.BookedReward;
import dev.milepost.incentive.reward.Rewards;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.runtime.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Brings what is booked on goals to what they entitle to. Rewards, ledger lines and events are
 * written in the transaction in progress, which holds the locks of the goals.
 */
@ApplicationScoped
class Settlement {
  private final Rewards rewards;
  private final Ledger ledger;
  private final Outbox outbox;
  private final Event<Booking> booked;
  private final Ids ids;
  private final Clock clock;

  Settlement(
      Rewards rewards, Ledger ledger, Outbox outbox, Event<Booking> booked, Ids ids, Clock clock) {
    this.rewards = rewards;
    this.ledger = ledger;
    this.outbox = outbox;
    this.booked = booked;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Settles goals that are locked.
   *
   * @param goals the goals
   * @param plans all plans, none of which is activated before this transaction ends
   */
  @Transactional(TxType.MANDATORY)
  void settle(Collection<Unsettled> goals, Collection<IncentivePlan> plans) {
    Map<String, List<BookedReward>> known =
        rewards.ofGoals(goals.stream().map(Unsettled::goalId).toList()).stream()
            .collect(Collectors.groupingBy(reward -> reward.reward().goalId()));
    List<Booking> bookings =
        goals.stream()
            .flatMap(
                goal ->
                    bookings(goal, plans, known.getOrDefault(goal.goalId(), List.of())).stream())
            .toList();
    bookings.forEach(this::write);
    outbox.append(bookings.stream().map(Booking::event).toList());
  }

  private List<Booking> bookings(
      Unsettled unsettled, Collection<IncentivePlan> plans, List<BookedReward> booked) {
    GoalStanding standing = unsettled.goal();
    GoalSnapshot goal = standing.goal();
    if (goal == null) {
      return List.of();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Circumstances circumstances =
        new Circumstances(goal, standing.progress(), unsettled.cause(), now, ids::next);
    return Reconciliation.of(standing, Rule.applyingTo(goal, plans), booked).stream()
        .map(change -> Booking.of(change, circumstances))
        .toList();
  }

  private void write(Booking booking) {
    rewards.store(booking.reward());
    ledger.append(booking.line());
    booked.fire(booking);
  }
}
