package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.Versions.version;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.credits;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.MilestoneReverted;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import dev.milepost.contract.SaleCredit;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Systems that send a changed record again: the highest version counts, and nothing else does. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class EntityVersionTest {
  private static final String NOVEMBER = "2017-11-05T10:00:00Z";

  @Inject World world;
  @Inject Sql sql;

  @Test
  void followsADealThatIsEditedHandedOverLostAndWonAgain() {
    goal("eve");
    goal("fay");
    world.won("life-1", version("deal-life", 1, "eve", "600", NOVEMBER));
    await().until(() -> "600".equals(actual("goal-eve")));

    world.won("life-2", version("deal-life", 2, "eve", "300", NOVEMBER));
    await().until(() -> "300".equals(actual("goal-eve")));
    assertThat(reverted("goal-eve")).containsExactly("goal-eve:0.5:1");

    world.won("life-3", version("deal-life", 3, "fay", "300", NOVEMBER));
    await().until(() -> "300".equals(actual("goal-fay")));
    assertThat(actual("goal-eve")).isEqualTo("0");
    assertThat(reverted("goal-eve")).containsExactly("goal-eve:0.5:1", "goal-eve:0.25:1");

    lost("life-4", version("deal-life", 4, "fay", "300", NOVEMBER));
    await().until(() -> "0".equals(actual("goal-fay")));
    assertThat(reverted("goal-fay")).containsExactly("goal-fay:0.25:1");

    world.won("life-5", version("deal-life", 5, "fay", "350", NOVEMBER));
    await().until(() -> "350".equals(actual("goal-fay")));
    assertThat(
            world.told(EventType.MILESTONE_REACHED, "goal-fay", MilestoneReached.class).stream()
                .map(MilestoneReached::milestoneId))
        .containsExactly("goal-fay:0.25:1", "goal-fay:0.25:2");
  }

  @Test
  void namesTheNewerVersionThatTookTheOlderBackAndTheOlderThatItReplaced() {
    goal("gus");
    world.won("named-1", version("deal-named", 1, "gus", "10", NOVEMBER));
    await().until(() -> "10".equals(actual("goal-gus")));
    world.won("named-2", version("deal-named", 2, "gus", "20", "2017-12-01T00:00:00Z"));
    await().until(() -> "20".equals(actual("goal-gus")));

    SaleCredit reversed = world.told(EventType.CREDIT_REVERSED, "gus", SaleCredit.class).getFirst();
    assertThat(reversed.sale().id()).isEqualTo("named-1");
    assertThat(reversed.share()).isEqualByComparingTo("-1");
    assertThat(reversed.occurredAt()).isEqualTo(NOVEMBER);
    assertThat(reversed.reversedBy().id()).isEqualTo("named-2");
    assertThat(credits("named-1").getList("items.reversedBy.id")).containsExactly("named-2");
    assertThat(credits("named-1").getList("items.supersededBy.id"))
        .containsExactly("named-2", "named-2");
    assertThat(credits("named-2").getString("items[0].supersedes.id")).isEqualTo("named-1");
    assertThat(credits("named-2").getString("items[0].supersededBy")).isNull();
  }

  @Test
  void countsByVersionWhateverTheOrderOfArrival() {
    goal("hal");
    world.won("late-3", version("deal-late", 3, "hal", "3", NOVEMBER));
    await().until(() -> "3".equals(actual("goal-hal")));
    world.won("late-1", version("deal-late", 1, "hal", "100", NOVEMBER));
    world.won("late-2", version("deal-late", 2, "hal", "200", NOVEMBER));
    world.won("late-3b", version("deal-late", 3, "hal", "300", NOVEMBER));

    for (String id : List.of("late-1", "late-2", "late-3b")) {
      await().until(() -> List.of("late-3").equals(supersededBy(id)));
      assertThat(credits(id).getList("items")).isEmpty();
    }
    assertThat(actual("goal-hal")).isEqualTo("3");
  }

  @Test
  void movesToThePeriodThatTheNewerVersionNames() {
    goal("ida");
    world.goal(
        World.inPeriod(
            revenueGoal("goal-ida-q1", Owner.participant("ida"), "1000"),
            new Period("2018-Q1", World.END, Instant.parse("2018-04-01T00:00:00Z"))));
    await().until(() -> "0".equals(actual("goal-ida-q1")));
    world.won("move-1", version("deal-move", 1, "ida", "500", "2017-12-31T23:00:00Z"));
    await().until(() -> "500".equals(actual("goal-ida")));

    world.won("move-2", version("deal-move", 2, "ida", "500", "2018-01-01T00:00:00Z"));

    await().until(() -> "500".equals(actual("goal-ida-q1")));
    assertThat(actual("goal-ida")).isEqualTo("0");
  }

  @Test
  void takesOnlyBackWhatAReversalLeft() {
    goal("jan");
    world.won("rest-1", version("deal-rest", 1, "jan", "300", NOVEMBER));
    world.reverse("undo-rest-1", "rest-1", "100");
    await().until(() -> "200".equals(actual("goal-jan")));

    world.won("rest-2", version("deal-rest", 2, "jan", "90", NOVEMBER));
    await().until(() -> "90".equals(actual("goal-jan")));

    world.reverse("undo-rest-late", "rest-1");
    await().until(() -> settled("undo-rest-late").contains("WITHOUT_EFFECT SUPERSEDED"));
    assertThat(actual("goal-jan")).isEqualTo("90");
  }

  @Test
  void countsAgainAfterTheVersionInForceWasReversed() {
    goal("kim");
    world.won("renew-1", version("deal-renew", 1, "kim", "300", NOVEMBER));
    world.reverse("undo-renew", "renew-1");
    await().until(() -> credits("renew-1").getList("items").size() == 2);
    await().until(() -> "0".equals(actual("goal-kim")));

    world.won("renew-2", version("deal-renew", 2, "kim", "120", NOVEMBER));

    await().until(() -> "120".equals(actual("goal-kim")));
    assertThat(credits("renew-1").getList("items")).hasSize(2);
  }

  @Test
  void settlesAReversalThatWaitedForAVersionThatCameTooLate() {
    goal("lea");
    world.reverse("undo-tardy", "tardy-1");
    world.won("tardy-2", version("deal-tardy", 2, "lea", "7", NOVEMBER));
    await().until(() -> "7".equals(actual("goal-lea")));

    world.won("tardy-1", version("deal-tardy", 1, "lea", "5", NOVEMBER));

    await().until(() -> settled("undo-tardy").contains("WITHOUT_EFFECT SUPERSEDED"));
    assertThat(actual("goal-lea")).isEqualTo("7");
  }

  @Test
  void setsAnEventAsideWhoseVersionNobodyKnows() {
    SalesEvent whole = version("deal-half", 1, "mia", "1", NOVEMBER);
    world.won("half", without(whole));

    await()
        .until(
            () ->
                "ENTITY_KEY_AND_VERSION"
                    .equals(
                        World.salesOps()
                            .get("/v1/sales-events/quarantine?limit=500")
                            .jsonPath()
                            .getString("items.find{it.eventId=='half'}?.reason")));
  }

  private void goal(String owner) {
    world.goal(revenueGoal("goal-" + owner, Owner.participant(owner), "1000"));
    await().until(() -> "0".equals(actual("goal-" + owner)));
  }

  private void lost(String id, SalesEvent data) {
    world.broker().publish(EventType.DEAL_LOST, id, World.CRM, id, data);
  }

  private List<String> reverted(String goalId) {
    return world.told(EventType.MILESTONE_REVERTED, goalId, MilestoneReverted.class).stream()
        .map(MilestoneReverted::milestoneId)
        .toList();
  }

  private List<String> supersededBy(String id) {
    return sql.query(
        """
        SELECT newer.event_id FROM superseded_event s
        JOIN sales_event older ON older.no = s.event_no
        JOIN sales_event newer ON newer.no = s.by_no
        WHERE older.source = '/crm' AND older.event_id = ? AND NOT s.was_in_force
        """,
        row -> row.text("event_id"),
        id);
  }

  private List<String> settled(String reversal) {
    return sql.query(
        """
        SELECT r.state || ' ' || r.reason AS settled FROM reversal r
        JOIN sales_event e ON e.no = r.event_no
        WHERE e.event_id = ? AND r.reason IS NOT NULL
        """,
        row -> row.text("settled"),
        reversal);
  }

  private static SalesEvent without(SalesEvent e) {
    return new SalesEvent(
        e.occurredAt(),
        e.participantId(),
        e.splits(),
        e.amount(),
        null,
        null,
        null,
        BigDecimal.ONE,
        null,
        e.entityKey(),
        null,
        e.attributes(),
        null,
        null,
        null,
        null);
  }
}
