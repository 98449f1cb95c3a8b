package dev.milepost.incentive.entitlement;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Money;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.contract.Reward;
import dev.milepost.incentive.ledger.Calculation;
import dev.milepost.incentive.ledger.LedgerLine;
import dev.milepost.incentive.reward.BookedReward;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.OutgoingEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A change written out: the reward as it then stands, the ledger line that made it so, the event
 * that tells of it.
 */
record Booking(BookedReward reward, LedgerLine line, OutgoingEvent event) {

  /**
   * What all bookings on one goal have in common.
   *
   * @param goal the goal
   * @param progress its newest progress, if any was told
   * @param cause what led to it
   * @param now when it is booked
   * @param ids gives new ids
   */
  record Circumstances(
      GoalSnapshot goal,
      @Nullable ProgressRecorded progress,
      Cause cause,
      Instant now,
      Supplier<UUID> ids) {}

  static Booking of(Change change, Circumstances circumstances) {
    return switch (change) {
      case Change.Grant grant ->
          booking(
              change,
              granted(grant, circumstances),
              EventType.REWARD_GRANTED,
              grantCalculation(grant),
              circumstances);
      case Change.Revoke revoke ->
          booking(
              change,
              revoked(revoke, circumstances),
              EventType.REWARD_REVOKED,
              revocationCalculation(revoke, circumstances),
              circumstances);
    };
  }

  private static Booking booking(
      Change change,
      Reward reward,
      EventType type,
      Calculation calculation,
      Circumstances circumstances) {
    Cause cause = circumstances.cause();
    LedgerLine line =
        new LedgerLine(
            circumstances.ids().get(),
            UUID.fromString(reward.rewardId()),
            reward.version(),
            reward.recipient(),
            reward.planId(),
            reward.planVersion(),
            reward.componentId(),
            reward.goalId(),
            reward.milestoneId(),
            reward.period(),
            change.ledgerKind(),
            change.booked(),
            earnedAt(change, circumstances),
            reward.recordedAt(),
            cause.correlationId(),
            cause.causationId(),
            calculation);
    String eventId = reward.rewardId() + ":" + reward.version();
    return new Booking(
        new BookedReward(reward, type == EventType.REWARD_GRANTED),
        line,
        new OutgoingEvent(type, reward.recipient().id(), eventId, reward, cause));
  }

  private static Reward granted(Change.Grant grant, Circumstances circumstances) {
    Entitlement due = grant.due();
    BookedReward before = grant.before();
    return new Reward(
        before == null ? circumstances.ids().get().toString() : before.reward().rewardId(),
        before == null ? 1 : before.reward().version() + 1,
        due.key().recipient(),
        due.key().planId(),
        due.planVersion(),
        due.key().componentId(),
        due.kind(),
        due.rewardType(),
        due.amount(),
        grant.booked(),
        due.description(),
        due.key().goalId(),
        due.key().milestoneId(),
        due.threshold(),
        circumstances.goal().period().label(),
        due.earnedAt(),
        circumstances.now(),
        null);
  }

  /** What takes a reward back happens when it is learned of. */
  private static Instant earnedAt(Change change, Circumstances circumstances) {
    return switch (change) {
      case Change.Grant grant -> grant.due().earnedAt();
      case Change.Revoke revoke -> circumstances.now();
    };
  }

  private static Reward revoked(Change.Revoke revoke, Circumstances circumstances) {
    Reward before = revoke.before().reward();
    Money booked = revoke.booked();
    return new Reward(
        before.rewardId(),
        before.version() + 1,
        before.recipient(),
        before.planId(),
        before.planVersion(),
        before.componentId(),
        before.kind(),
        before.rewardType(),
        booked == null ? null : new Money(BigDecimal.ZERO, booked.currency()),
        booked,
        before.description(),
        before.goalId(),
        before.milestoneId(),
        before.threshold(),
        before.period(),
        before.earnedAt(),
        circumstances.now(),
        revoke.reason().name());
  }

  private static Calculation grantCalculation(Change.Grant grant) {
    Calculation calculation = grant.due().calculation();
    BookedReward before = grant.before();
    Money now = grant.due().amount();
    if (before == null || before.reward().amount() == null || now == null) {
      return calculation;
    }
    return calculation.then(Steps.difference(now, before.reward().amount()));
  }

  private static Calculation revocationCalculation(
      Change.Revoke revoke, Circumstances circumstances) {
    GoalSnapshot goal = circumstances.goal();
    ProgressRecorded progress = circumstances.progress();
    Money before = revoke.before().reward().amount();
    Calculation calculation =
        progress == null
            ? new Calculation(
                goal.current().version(), 0, null, goal.current().target(), null, List.of())
            : new PaidProgress(progress).calculation();
    return before == null
        ? calculation
        : calculation.then(Steps.difference(new Money(BigDecimal.ZERO, before.currency()), before));
  }
}
