package dev.milepost.tracking.scenario;

import static dev.milepost.contract.MetricVersion.Returns.ORIGINAL;
import static dev.milepost.contract.MetricVersion.Returns.OWN_DATE;
import static dev.milepost.tracking.scenario.CreditingWorld.awaitMember;
import static dev.milepost.tracking.scenario.CreditingWorld.since;
import static dev.milepost.tracking.scenario.CreditingWorld.until;
import static dev.milepost.tracking.scenario.SoldEvents.returnOf;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.outcome;
import static dev.milepost.tracking.scenario.World.salesOps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.MilestoneReverted;
import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import dev.milepost.contract.SaleCredit;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Credit notes and refunds, which are events of their own. Everybody has four goals: for the fourth
 * quarter of 2017 and the first of 2018, with returns on their own date and in the period of what
 * they return.
 */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class ReturnsTest {
  private static final String NOVEMBER = "2017-11-05T10:00:00Z";
  private static final String JANUARY = "2018-01-09T10:00:00Z";
  private static final Period NEXT =
      new Period("2018-Q1", World.END, Instant.parse("2018-04-01T00:00:00Z"));

  @Inject World world;

  /**
   * 500 in November, 200 of it back in January, and 50 in January of nobody knows what:
   *
   * <pre>
   *                        2017-Q4            2018-Q1
   *   on their own date    500                -200 - 50 = -250
   *   of the original      500 - 200 = 300    -50
   * </pre>
   */
  @Test
  void countOnTheirOwnDateOrInThePeriodOfTheOriginal() {
    goals("rt-ann");
    world.won("rt-1", "rt-ann", "500", NOVEMBER);
    world.won("rt-1-back", returnOf("rt-1", "rt-ann", "-200", JANUARY));
    world.won("rt-none", "rt-ann", "-50", JANUARY);

    await().until(() -> stand("rt-ann", "500", "-250", "300", "-50"));
    assertThat(
            salesOps()
                .get("/v1/progress/" + id("rt-ann", World.QUARTER, ORIGINAL) + "/entries")
                .jsonPath()
                .getList("items.occurredAt"))
        .containsExactly(NOVEMBER, NOVEMBER);
    assertThat(missed("rt-1-back", id("rt-ann", NEXT, ORIGINAL))).isEqualTo("BEFORE_PERIOD");
    assertThat(missed("rt-1-back", id("rt-ann", World.QUARTER, OWN_DATE)))
        .isEqualTo("AFTER_PERIOD");
    assertThat(World.credits("rt-1-back").getString("items[-1].returnOf.id")).isEqualTo("rt-1");
    assertThat(World.credits("rt-1-back").getMap("items[-1].atOriginal"))
        .containsEntry("occurredAt", NOVEMBER);
  }

  /** Ann sold in the east on 5 November, and is in the west when the return comes in December. */
  @Test
  void hitTheTeamThatGotTheSaleWhereverTheSellerIsNow() {
    CreditingWorld told = new CreditingWorld(world);
    for (String team : List.of("rt-east", "rt-west", "rt-company")) {
      goals(Owner.team(team));
    }
    told.goals(Owner.team("rt-east"), Owner.participant("rt-mover"));
    told.team("rt-east", 1, "rt-company", until("rt-mover", "2017-11-15T00:00:00Z"));
    told.team("rt-west", 1, "rt-company", since("rt-mover", "2017-11-15T00:00:00Z"));
    awaitMember("rt-mover", "rt-mover");
    world.won("rt-moved", "rt-mover", "100", NOVEMBER);
    world.won("rt-moved-back", returnOf("rt-moved", "rt-mover", "-40", "2017-12-20T10:00:00Z"));

    await().until(() -> stand("rt-east", "100", "0", "60", "0"));
    await().until(() -> stand("rt-west", "-40", "0", "0", "0"));
    await().until(() -> stand("rt-company", "60", "0", "60", "0"));

    told.team("rt-east", 2, "rt-company", until("rt-mover", "2017-11-01T00:00:00Z"));
    told.team("rt-west", 2, "rt-company", since("rt-mover", "2017-11-01T00:00:00Z"));

    await().until(() -> stand("rt-east", "0", "0", "0", "0"));
    await().until(() -> stand("rt-west", "60", "0", "60", "0"));
    await().until(() -> stand("rt-company", "60", "0", "60", "0"));
  }

  @Test
  void waitForTheirOriginalWhereTheyCountInItsPeriod() {
    goals("rt-bea");
    world.won("rt-2-back", returnOf("rt-2", "rt-bea", "-200", JANUARY));
    await().until(() -> stand("rt-bea", "0", "-200", "0", "0"));
    assertThat(missed("rt-2-back", id("rt-bea", World.QUARTER, ORIGINAL)))
        .isEqualTo("ORIGINAL_NOT_KNOWN");
    assertThat(missed("rt-2-back", id("rt-bea", NEXT, ORIGINAL))).isEqualTo("ORIGINAL_NOT_KNOWN");
    world.reverse("rt-2-back-part", "rt-2-back", "-50");
    await().until(() -> stand("rt-bea", "0", "-150", "0", "0"));

    world.won("rt-2", "rt-bea", "500", NOVEMBER);

    await().until(() -> stand("rt-bea", "500", "-150", "350", "0"));
    assertThat(missed("rt-2-back", id("rt-bea", NEXT, ORIGINAL))).isEqualTo("BEFORE_PERIOD");
    assertThat(
            world.told(EventType.SALE_CREDITED, "rt-bea", SaleCredit.class).stream()
                .filter(credit -> credit.sale().id().equals("rt-2-back"))
                .flatMap(credit -> credit.contributions().stream())
                .filter(one -> one.goalId().equals(id("rt-bea", World.QUARTER, ORIGINAL)))
                .map(one -> one.delta().toPlainString()))
        .containsExactly("-150");

    world.reverse("rt-2-back-rest", "rt-2-back");
    await().until(() -> stand("rt-bea", "500", "0", "500", "0"));
  }

  @Test
  void areFilledIntoGoalsThatComeLater() {
    world.won("rt-3", "rt-cat", "500", NOVEMBER);
    world.won("rt-3-back", returnOf("rt-3", "rt-cat", "-200", JANUARY));
    world.won("rt-4-back", returnOf("rt-4", "rt-cat", "-7", JANUARY));
    await().until(() -> World.credits("rt-4-back").getList("items").size() == 1);

    goals("rt-cat");
    await().until(() -> stand("rt-cat", "500", "-207", "300", "0"));
    world.won("rt-4", "rt-cat", "10", NOVEMBER);

    await().until(() -> stand("rt-cat", "510", "-207", "303", "0"));
  }

  @Test
  void revertMilestonesOfThePeriodOfTheOriginal() {
    goals("rt-dan");
    String goal = id("rt-dan", World.QUARTER, ORIGINAL);
    world.won("rt-5", "rt-dan", "600", NOVEMBER);
    world.won("rt-5-back", returnOf("rt-5", "rt-dan", "-200", JANUARY));
    await().until(() -> stand("rt-dan", "600", "-200", "400", "0"));
    world.reverse("rt-5-back-undo", "rt-5-back");
    await().until(() -> stand("rt-dan", "600", "0", "600", "0"));

    assertThat(
            world.told(EventType.MILESTONE_REVERTED, goal, MilestoneReverted.class).stream()
                .map(MilestoneReverted::milestoneId))
        .containsExactly(goal + ":0.5:1");
    assertThat(
            world.told(EventType.MILESTONE_REACHED, goal, MilestoneReached.class).stream()
                .filter(reached -> reached.milestoneId().equals(goal + ":0.5:2"))
                .map(reached -> reached.reachedAt().toString()))
        .containsExactly(NOVEMBER);
  }

  /** The event that a return names stays its original when a newer version takes its place. */
  @Test
  void followTheirOwnNewerVersionsAndStayWithWhatTheyName() {
    goals("rt-eve");
    world.won("rt-6", Versions.version("rt-deal", 1, "rt-eve", "500", NOVEMBER));
    world.won("rt-6-back", versionOfReturn(1, "-200"));
    await().until(() -> stand("rt-eve", "500", "-200", "300", "0"));

    world.won("rt-6-back-2", versionOfReturn(2, "-100"));
    await().until(() -> stand("rt-eve", "500", "-100", "400", "0"));
    world.won("rt-6-2", Versions.version("rt-deal", 2, "rt-eve", "700", JANUARY));

    await().until(() -> stand("rt-eve", "0", "600", "-100", "700"));
  }

  @Test
  void needTheRateOfAGoalInThePeriodOfTheOriginal() {
    world.goal(goal(Owner.participant("rt-fay"), World.QUARTER, ORIGINAL));
    world.won("rt-7", "rt-fay", "500", NOVEMBER);
    await().until(() -> "500".equals(actual(id("rt-fay", World.QUARTER, ORIGINAL))));

    world.won("rt-7-back", foreignReturn("rt-7", "rt-fay", "XPF"));

    await().until(() -> "QUARANTINED".equals(outcome("rt-7-back").getString("outcome")));
    assertThat(outcome("rt-7-back").getString("setAside[0].reason")).isEqualTo("NO_EXCHANGE_RATE");
  }

  /** When the return came nobody could know that a rate would be asked for. */
  @Test
  void sayWhichRateTheyWaitForWhenTheirOriginalHasCome() {
    String goal = id("rt-gus", World.QUARTER, ORIGINAL);
    world.goal(goal(Owner.participant("rt-gus"), World.QUARTER, ORIGINAL));
    await().until(() -> "0".equals(actual(goal)));
    world.won("rt-8-back", foreignReturn("rt-8", "rt-gus", "TOP"));
    await().until(() -> "ORIGINAL_NOT_KNOWN".equals(missed("rt-8-back", goal)));

    world.won("rt-8", "rt-gus", "500", NOVEMBER);
    await().until(() -> "500".equals(actual(goal)));

    await().until(() -> "NO_EXCHANGE_RATE".equals(missed("rt-8-back", goal)));
    assertThat(outcome("rt-8-back").getString("missed[0].reason.arguments.rate"))
        .isEqualTo("PLAN rate from TOP to USD for 2018");
    salesOps()
        .contentType("text/csv")
        .body("kind,fromCurrency,toCurrency,period,rate\nPLAN,TOP,USD,2018,2")
        .post("/v1/exchange-rates/import")
        .then()
        .statusCode(200);
    await().until(() -> "482".equals(actual(goal)));
  }

  private static SalesEvent foreignReturn(String original, String seller, String currency) {
    Money money = new Money(new BigDecimal("-9"), currency);
    return returnOf(
        new SaleRef(World.CRM, original),
        SalesEvent.sold(Instant.parse(JANUARY), seller, List.of(), money));
  }

  private static SalesEvent versionOfReturn(int version, String amount) {
    return returnOf(
        new SaleRef(World.CRM, "rt-6"),
        Versions.version("rt-deal-back", version, "rt-eve", amount, JANUARY));
  }

  private void goals(String participant) {
    goals(Owner.participant(participant));
    await().until(() -> actual(id(participant, NEXT, ORIGINAL)) != null);
  }

  private void goals(Owner owner) {
    for (Period period : List.of(World.QUARTER, NEXT)) {
      for (Returns returns : Returns.values()) {
        world.goal(goal(owner, period, returns));
      }
    }
  }

  private static GoalSnapshot goal(Owner owner, Period period, Returns returns) {
    return World.inPeriod(
        World.goal(
            id(owner.id(), period, returns),
            owner,
            World.wonRevenue("won-" + returns, returns),
            World.FAR,
            World.version(1, "1000")),
        period);
  }

  private static String id(String owner, Period period, Returns returns) {
    return "goal-" + owner + "-" + period.label() + "-" + returns;
  }

  /** Own date in both quarters, then by the original in both. */
  private static boolean stand(
      String owner, String own, String ownNext, String original, String originalNext) {
    return own.equals(actual(id(owner, World.QUARTER, OWN_DATE)))
        && ownNext.equals(actual(id(owner, NEXT, OWN_DATE)))
        && original.equals(actual(id(owner, World.QUARTER, ORIGINAL)))
        && originalNext.equals(actual(id(owner, NEXT, ORIGINAL)));
  }

  private static String missed(String sale, String goal) {
    return outcome(sale).getString("missed.find { it.goalId == '" + goal + "' }.reason.code");
  }
}
