package dev.milepost.incentive.entitlement;

import static java.util.Objects.requireNonNull;

import dev.milepost.incentive.goal.GoalFact;
import dev.milepost.incentive.goal.GoalStanding;
import dev.milepost.incentive.goal.GoalStandings;
import dev.milepost.incentive.plan.IncentivePlan;
import dev.milepost.incentive.plan.Plans;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Inbox;
import dev.milepost.runtime.inbox.Reading;
import dev.milepost.runtime.inbox.Rejection;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes in what is told about goals and settles them, once per goal and batch: what pays is the
 * state after the batch.
 */
@ApplicationScoped
class GoalFacts {
  private final Inbox inbox;
  private final GoalStandings standings;
  private final Plans plans;
  private final Settlement settlement;

  GoalFacts(Inbox inbox, GoalStandings standings, Plans plans, Settlement settlement) {
    this.inbox = inbox;
    this.standings = standings;
    this.plans = plans;
    this.settlement = settlement;
  }

  @Incoming("goals")
  @Blocking
  void goals(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.STATE, this::take);
  }

  @Incoming("progress")
  @Blocking
  void progress(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.STATE, this::take);
  }

  @Incoming("milestones")
  @Blocking
  void milestones(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.STATE, this::take);
  }

  private List<Rejection> take(List<ReceivedEvent> events) {
    Map<String, List<ReceivedEvent>> byGoal = byGoal(events);
    List<IncentivePlan> held = plans.held();
    List<Unsettled> told =
        standings.lock(byGoal.keySet()).stream()
            .map(goal -> told(goal, requireNonNull(byGoal.get(goal.goalId()))))
            .toList();
    standings.save(told.stream().map(Unsettled::goal).toList());
    settlement.settle(told, held);
    return List.of();
  }

  /** Leaves out what pay does not depend on. */
  private static Map<String, List<ReceivedEvent>> byGoal(List<ReceivedEvent> events) {
    Map<String, List<ReceivedEvent>> byGoal = new HashMap<>();
    for (ReceivedEvent event : events) {
      GoalFact.in(event.data())
          .ifPresent(
              fact -> byGoal.computeIfAbsent(fact.goalId(), id -> new ArrayList<>()).add(event));
    }
    return byGoal;
  }

  private static Unsettled told(GoalStanding standing, List<ReceivedEvent> events) {
    GoalStanding told = standing;
    for (ReceivedEvent event : events) {
      told = GoalFact.in(event.data()).orElseThrow().toldTo(told);
    }
    return new Unsettled(told, events.getLast().effect());
  }
}
