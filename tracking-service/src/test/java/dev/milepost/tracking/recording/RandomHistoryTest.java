package dev.milepost.tracking.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.recording.RawSales.Raw;
import dev.milepost.tracking.scenario.World;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories (splits, duplicates, reversals of the whole and of parts, disorder) through the
 * service equal {@link RawSales}, which computes the six aggregations from the raw sales alone.
 */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class RandomHistoryTest {
  private static final int BATCH = 20;

  @Inject World world;
  @Inject Recording recording;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void equalsARecomputationFromTheRawSales(long seed) {
    Random random = new Random(seed);
    String run = "rh" + seed;
    world.team(run, "", run + "-a", run + "-b");
    RawSales raw = RawSales.random(run, random);
    publish(run, 0);
    await().until(() -> goals(run, 0).stream().allMatch(goal -> known(goal.id())));
    seeTeam(run);

    List<ReceivedEvent> events = shuffled(raw, random);
    for (int from = 0; from < events.size(); from += BATCH) {
      List<ReceivedEvent> batch = events.subList(from, Math.min(from + BATCH, events.size()));
      QuarkusTransaction.requiringNew()
          .run(() -> assertThat(recording.record(List.copyOf(batch))).isEmpty());
    }
    publish(run, 1);

    await().until(() -> goals(run, 1).stream().allMatch(goal -> known(goal.id())));
    for (int late = 0; late < 2; late++) {
      for (Asked goal : goals(run, late)) {
        BigDecimal expected = raw.value(goal.metric(), goal.owner());
        await(goal.id() + " is " + expected).until(() -> equal(World.actual(goal.id()), expected));
      }
    }
  }

  private record Asked(String id, Owner owner, MetricVersion metric) {}

  /** A goal for every metric and owner: those of half of them are there before the sales. */
  private static List<Asked> goals(String run, int half) {
    List<Asked> goals = new ArrayList<>();
    int count = 0;
    for (MetricVersion metric : RawSales.metrics(run)) {
      for (Owner owner : List.of(Owner.participant(run + "-a"), Owner.team(run))) {
        if (count++ % 2 == half) {
          goals.add(new Asked(metric.key() + "-" + owner.type(), owner, metric));
        }
      }
    }
    return goals;
  }

  private void publish(String run, int half) {
    for (Asked goal : goals(run, half)) {
      world.goal(
          World.goal(
              goal.id(), goal.owner(), goal.metric(), World.FAR, World.from("900", "1000", "0.5")));
    }
  }

  /** The team is known once a sale rolls up to it; that one is of no customer and in no period. */
  private void seeTeam(String run) {
    int[] probe = {0};
    await()
        .until(
            () -> {
              String id = run + "-probe-" + probe[0]++;
              SalesEvent sale = World.sale(run + "-a", List.of(), "1", "2016-01-01T00:00:00Z");
              QuarkusTransaction.requiringNew()
                  .run(() -> recording.record(List.of(event(id, EventType.DEAL_LOST, sale))));
              return !World.credits(id).getList("items[0].teams").isEmpty();
            });
  }

  /** Each tenth comes twice, in the same batch or in another one. */
  private static List<ReceivedEvent> shuffled(RawSales raw, Random random) {
    List<ReceivedEvent> events = new ArrayList<>();
    for (Raw sale : raw.sales()) {
      events.add(
          event(sale.id(), sale.won() ? EventType.DEAL_WON : EventType.DEAL_LOST, sale.data()));
      for (int i = 0; i < sale.reversals().size(); i++) {
        events.add(
            event(
                sale.id() + "-undo-" + i,
                EventType.EVENT_REVERSED,
                World.reversal(sale.id(), sale.reversals().get(i).orElse(null))));
      }
    }
    events.addAll(events.stream().filter(event -> random.nextInt(10) == 0).toList());
    Collections.shuffle(events, random);
    return events;
  }

  private static boolean known(String goalId) {
    return World.progress(goalId).getString("goalId") != null;
  }

  private static boolean equal(String told, BigDecimal expected) {
    return told == null || expected == null
        ? told == null && expected == null
        : new BigDecimal(told).compareTo(expected) == 0;
  }

  private static ReceivedEvent event(String id, EventType type, SalesEvent data) {
    return new ReceivedEvent(
        World.CRM,
        id,
        type,
        data,
        new byte[0],
        Cause.first(id),
        new ConsumerRecord<>(Topic.SALES_EVENTS.topicName(), 0, 0, new byte[0], new byte[0]));
  }
}
