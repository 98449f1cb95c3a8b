package dev.milepost.tracking.recording;

import static dev.milepost.tracking.scenario.Versions.version;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.credits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.scenario.World;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Versions of one entity that come in one batch, or in two at the same time. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class ConcurrentVersionsTest {
  private static final String NOVEMBER = "2017-11-05T10:00:00Z";
  private static final String WAITING =
      "SELECT count(*) AS locks FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted";

  @Inject World world;
  @Inject Recording recording;
  @Inject Sql sql;

  @Test
  void countsTheHighestOfSeveralInOneBatch() {
    goal("nan");
    record(List.of(deal("pack-0", "pack", 0, "nan", "1000")));

    record(
        List.of(
            deal("pack-2", "pack", 2, "nan", "20"),
            reversal("undo-pack-1", "pack-1"),
            deal("pack-3", "pack", 3, "nan", "30"),
            deal("pack-1", "pack", 1, "nan", "10")));

    assertThat(actual("goal-nan")).isEqualTo("30");
    assertThat(credits("pack-0").getList("items.reversedBy.id")).containsExactly("pack-3");
    assertThat(credits("pack-1").getList("items")).isEmpty();
    assertThat(credits("pack-2").getList("items")).isEmpty();
    assertThat(credits("pack-3").getString("items[0].supersedes.id")).isEqualTo("pack-0");
  }

  @Test
  void countsTheHighestOfTwoBatchesAtTheSameTime() throws Exception {
    goal("oda");
    CountDownLatch recorded = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<?> first =
          threads.submit(
              () ->
                  QuarkusTransaction.requiringNew()
                      .run(
                          () -> {
                            recording.record(
                                List.of(
                                    deal("a-2", "a", 2, "oda", "2"),
                                    deal("b-1", "b", 1, "oda", "100")));
                            recorded.countDown();
                            hold(release);
                          }));
      recorded.await();
      Future<?> second =
          threads.submit(
              () ->
                  record(
                      List.of(deal("b-2", "b", 2, "oda", "5"), deal("a-1", "a", 1, "oda", "200"))));
      await().until(() -> sql.query(WAITING, row -> row.number("locks")).getFirst() > 0);
      release.countDown();
      first.get();
      second.get();
    }

    assertThat(actual("goal-oda")).isEqualTo("7");
    assertThat(credits("a-1").getList("items")).isEmpty();
    assertThat(credits("b-1").getList("items.reversedBy.id")).containsExactly("b-2");
  }

  private void goal(String owner) {
    world.goal(World.revenueGoal("goal-" + owner, Owner.participant(owner), "1000"));
    await().until(() -> "0".equals(actual("goal-" + owner)));
  }

  private void record(List<ReceivedEvent> events) {
    QuarkusTransaction.requiringNew().run(() -> assertThat(recording.record(events)).isEmpty());
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ReceivedEvent deal(
      String id, String entity, long version, String participant, String amount) {
    return ToldSales.event(
        id, EventType.DEAL_WON, version("pair/" + entity, version, participant, amount, NOVEMBER));
  }

  private static ReceivedEvent reversal(String id, String original) {
    SalesEvent data =
        new SalesEvent(
            World.START,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            new SaleRef(World.CRM, original),
            null,
            null,
            null);
    return ToldSales.event(id, EventType.EVENT_REVERSED, data);
  }
}
