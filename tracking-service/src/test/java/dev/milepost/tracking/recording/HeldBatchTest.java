package dev.milepost.tracking.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.scenario.CreditingWorld;
import dev.milepost.tracking.scenario.World;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A goal is published, or a rule activated, while a batch of sales is half done. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class HeldBatchTest {
  private static final String WAITING =
      "SELECT count(*) AS locks FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";

  @Inject World world;
  @Inject Recording recording;
  @Inject Sql sql;

  @Test
  void countsEverySaleOnceWhenAGoalComesInTheMiddleOfABatch() throws Exception {
    world.won("held-1", "held", "1", "2017-11-05T10:00:00Z");
    await().until(() -> World.credits("held-1").getList("items").size() == 1);
    CountDownLatch recorded = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<?> batch = threads.submit(() -> hold("held-2", "held", "2", recorded, release));
      recorded.await();

      world.goal(World.revenueGoal("goal-held", Owner.participant("held"), "1000"));
      await().until(() -> sql.query(WAITING, row -> row.number("locks")).getFirst() > 0);
      world.won("held-3", "held", "4", "2017-11-05T10:00:00Z");
      assertThat(World.actual("goal-held")).isNull();
      release.countDown();
      batch.get();
    }

    await().until(() -> "7".equals(World.actual("goal-held")));
    assertThat(
            World.salesOps()
                .get("/v1/progress/goal-held/entries")
                .jsonPath()
                .getList("items.sale.id"))
        .containsExactlyInAnyOrder("held-1", "held-2", "held-3");
  }

  @Test
  void creditsASaleByARuleThatIsActivatedInTheMiddleOfItsBatch() throws Exception {
    CreditingWorld.propose(
        CreditingWorld.overlay("held-rule", "held-box", "0.5", "PARTICIPANT", "held-specialist"));
    CountDownLatch recorded = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<?> batch = threads.submit(() -> hold("held-4", "held-seller", "8", recorded, release));
      recorded.await();
      Future<?> activation =
          threads.submit(() -> CreditingWorld.activate(CreditingWorld.finance(), "held-rule"));
      await().until(() -> sql.query(WAITING, row -> row.number("locks")).getFirst() > 0);
      release.countDown();
      batch.get();
      activation.get();
    }

    await().until(() -> World.credits("held-4").getList("items").size() == 2);
    assertThat(World.credits("held-4").getList("items.reCredited"))
        .containsExactly(null, "RULE_CHANGED");
  }

  private void hold(
      String id, String seller, String amount, CountDownLatch recorded, CountDownLatch release) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              recording.record(
                  List.of(ToldSales.event(id, EventType.DEAL_WON, sale(seller, amount))));
              recorded.countDown();
              try {
                release.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static SalesEvent sale(String seller, String amount) {
    return CreditingWorld.sale(seller, List.of(), "held-box", amount, "2017-11-05T10:00:00Z");
  }
}
