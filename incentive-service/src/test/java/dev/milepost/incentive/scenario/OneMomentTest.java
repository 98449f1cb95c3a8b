package dev.milepost.incentive.scenario;

import static dev.milepost.incentive.plan.PlanFixture.pay;
import static dev.milepost.incentive.scenario.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.contract.ParticipantChanged;
import dev.milepost.incentive.plan.Component.Settlement;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers are held up in the middle of their reading; meanwhile something changes. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class OneMomentTest {
  @Inject TestBroker broker;
  @Inject Sql sql;
  private Story story;

  @BeforeEach
  void begin() {
    story = new Story(broker, Owner.participant("paula"));
    story.activePlan(pay("1", Settlement.EACH_EVENT));
    story.goal(1, State.ACTIVE).progress(1, "60000").awaitBooked("EARNING 3000.00");
  }

  @Test
  void anExplanationIsOfOneMoment() {
    String path = "/v1/rewards/" + story.rewards().getFirst().get("rewardId") + "/explanation";

    JsonPath explanation = readWhileChanging("contribution", path, this::keepCredit);

    assertThat(explanation.getBoolean("progress.complete")).isFalse();
    assertThat(explanation.getList("credits.items")).isEmpty();
    assertThat(Api.body(Api.finance().get(path)).getBoolean("progress.complete")).isTrue();
  }

  @Test
  void aStatementIsOfOneMoment() {
    broker.publish(
        EventType.PARTICIPANT_CHANGED,
        "paula",
        "/milepost/goals",
        "paula:1",
        new ParticipantChanged("paula", 1, "Paula", List.of(), true));
    String path = "/v1/statements?participant=paula&period=2017-Q4";
    eventually(() -> Api.finance().get(path).then().statusCode(200));
    int lines = Api.body(Api.finance().get(path)).getList("lines.items").size();

    JsonPath statement = readWhileChanging("directory_participant", path, this::bookMore);

    assertThat(statement.getList("lines.items")).hasSize(lines);
    assertThat(Api.body(Api.finance().get(path)).getList("lines.items")).hasSize(lines + 1);
  }

  private void keepCredit() {
    sql.update(
        """
        INSERT INTO sale_credit (credit_id, revision, sale_source, sale_id, sale_type, occurred_at,
          recorded_at, participant_id, credit_type, share)
        VALUES (?, 0, '/crm', 'deal', 'deal.won', now(), now(), 'paula', 'DIRECT', 1)
        """,
        story.goalId);
    sql.update(
        """
        INSERT INTO contribution (goal_id, sequence, credit_id, revision, metric_version, delta)
        VALUES (?, 1, ?, 0, 1, 60000)
        """,
        story.goalId,
        story.goalId);
  }

  private void bookMore() {
    story.progress(2, "120000").awaitBooked("EARNING 3000.00", "EARNING 4000.00");
  }

  /** Holds the reader up where it asks for a table, makes the change, and lets it read on. */
  private JsonPath readWhileChanging(String table, String path, Runnable change) {
    CompletableFuture<JsonPath> reading =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  sql.update("LOCK TABLE " + table);
                  CompletableFuture<JsonPath> begun =
                      CompletableFuture.supplyAsync(() -> Api.body(Api.finance().get(path)));
                  eventually(() -> assertThat(isHeldUp(table)).isTrue());
                  change.run();
                  return begun;
                });
    return reading.join();
  }

  private boolean isHeldUp(String table) {
    return sql.query(
            """
            SELECT EXISTS (SELECT FROM pg_locks
              WHERE relation = ?::regclass AND NOT granted) AS held_up
            """,
            row -> row.flag("held_up"),
            table)
        .getFirst();
  }
}
