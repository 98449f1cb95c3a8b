package dev.milepost.systemtest;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Milestone;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A goal on the sum of amounts, as goals-service would publish it where that does not run. It stays
 * open for a long time.
 */
record RevenueGoal(
    String id, Owner owner, MetricVersion metric, Period period, ZoneId zone, BigDecimal target) {
  static final List<BigDecimal> THRESHOLDS =
      List.of(
          new BigDecimal("0.25"), new BigDecimal("0.5"), new BigDecimal("0.75"), BigDecimal.ONE);

  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

  /** What events of a type amount to in a currency. */
  static MetricVersion sum(String key, EventType type, String currency) {
    return new MetricVersion(
        key,
        1,
        "Revenue",
        currency,
        Aggregation.SUM,
        Direction.INCREASE,
        "event.type == '" + type.typeName() + "'",
        "event.amount",
        null,
        null,
        false,
        null,
        null,
        Instant.EPOCH,
        null,
        null);
  }

  ProducerRecord<String, String> published() {
    GoalSnapshot goal =
        new GoalSnapshot(
            id,
            1,
            State.ACTIVE,
            "sell more",
            owner,
            metric,
            period,
            FAR,
            zone.getId(),
            Profile.LINEAR,
            null,
            List.of(CreditType.DIRECT),
            List.of(version()),
            null,
            null);
    return PlainKafka.event(EventType.GOAL_PUBLISHED, id, "/milepost/goals", id + ":1", goal);
  }

  private Version version() {
    List<Milestone> milestones = THRESHOLDS.stream().map(t -> new Milestone(t, null)).toList();
    return new Version(1, null, target, null, milestones, period.start(), null, "a manager");
  }
}
