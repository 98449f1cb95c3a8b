package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.CreditingWorld.activate;
import static dev.milepost.tracking.scenario.CreditingWorld.direct;
import static dev.milepost.tracking.scenario.CreditingWorld.end;
import static dev.milepost.tracking.scenario.CreditingWorld.finance;
import static dev.milepost.tracking.scenario.CreditingWorld.inForce;
import static dev.milepost.tracking.scenario.CreditingWorld.json;
import static dev.milepost.tracking.scenario.CreditingWorld.overlay;
import static dev.milepost.tracking.scenario.CreditingWorld.propose;
import static dev.milepost.tracking.scenario.CreditingWorld.sale;
import static dev.milepost.tracking.scenario.CreditingWorld.since;
import static dev.milepost.tracking.scenario.CreditingWorld.tag;
import static dev.milepost.tracking.scenario.SoldEvents.split;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.as;
import static dev.milepost.tracking.scenario.World.credits;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static dev.milepost.tracking.scenario.World.salesOps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.milepost.contract.Owner;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules credit beside what a sale itself says. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class CreditRulesTest {
  private static final String NOVEMBER = "2017-11-05T10:00:00Z";
  private static final String DECEMBER = "2017-12-05T10:00:00Z";

  @Inject World world;

  @Test
  void creditsWhoseAccountItIsWhenTheSaleNamesNoSeller() {
    inForce("account-acme", direct("account-acme", "acme-box", "ru-cat"));
    world.goal(revenueGoal("goal-ru-cat", Owner.participant("ru-cat"), "1000"));
    await().until(() -> "0".equals(actual("goal-ru-cat")));

    world.won("ru-acme", sale(null, List.of(), "acme-box", "10", NOVEMBER));
    world.won("ru-else", sale(null, List.of(), "else-box", "10", NOVEMBER));
    world.won("ru-named", sale("ru-bob", List.of(), "acme-box", "10", NOVEMBER));

    await().until(() -> credits("ru-named").getList("items").size() == 1);
    await().until(() -> "10".equals(actual("goal-ru-cat")));
    assertThat(credits("ru-acme").getString("items[0].participantId")).isEqualTo("ru-cat");
    assertThat(credits("ru-acme").getString("items[0].rule.key")).isEqualTo("account-acme");
    assertThat(credits("ru-else").getString("items[0].participantId")).isEqualTo("house");
    assertThat(credits("ru-else").getString("items[0].rule")).isNull();
    assertThat(credits("ru-named").getString("items[0].participantId")).isEqualTo("ru-bob");
  }

  @Test
  void takesSalesFromTheHouseAccountThatCameBeforeTheRule() {
    world.won("ru-late", sale(null, List.of(), "late-box", "10", NOVEMBER));
    await().until(() -> credits("ru-late").getList("items").size() == 1);

    inForce("account-late", direct("account-late", "late-box", "ru-dan"));

    await().until(() -> credits("ru-late").getList("items").size() == 3);
    assertThat(credits("ru-late").getList("items.participantId"))
        .containsExactly("house", "house", "ru-dan");
    assertThat(credits("ru-late").getList("items.reCredited"))
        .containsExactly(null, "RULE_CHANGED", "RULE_CHANGED");
  }

  @Test
  void saysWhyASaleThatWasTakenFromSomebodyCountsNowhere() {
    world.goal(revenueGoal("goal-ru-house", Owner.participant("house"), "1000"));
    await().until(() -> actual("goal-ru-house") != null);
    world.won("ru-moved", sale(null, List.of(), "moved-box", "10", NOVEMBER));
    await().until(() -> "COUNTED".equals(World.outcome("ru-moved").getString("outcome")));

    inForce("account-moved", direct("account-moved", "moved-box", "ru-goalless"));

    await().until(() -> "NOWHERE".equals(World.outcome("ru-moved").getString("outcome")));
    assertThat(World.outcome("ru-moved").getString("reason.code")).isEqualTo("NO_GOAL");
    assertThat(World.outcome("ru-moved").getList("counted[0].lines.delta"))
        .isEqualTo(List.of("10", "-10"));
    assertThat(World.outcome("ru-moved").getList("missed")).isEmpty();
  }

  /** More than are looked at in one transaction, from sellers whom the rule overrides. */
  @Test
  void creditsManySalesAnewEachOnce() {
    CreditingWorld told = new CreditingWorld(world);
    told.goals(Owner.participant("ru-many-a"), Owner.participant("ru-many-b"));
    CreditingWorld.send("ru-many-a", "many-box", 400);
    CreditingWorld.send("ru-many-a", "many-box", 150);
    await().until(() -> "550".equals(actual("goal-ru-many-a")));

    inForce(
        "many",
        direct("many", "many-box", "ru-many-b")
            .replace("{\"key", "{\"overridesSeller\": true, \"key"));

    await().until(() -> "550".equals(actual("goal-ru-many-b")));
    await().until(() -> "0".equals(actual("goal-ru-many-a")));
  }

  @Test
  void addsAnOverlayFromItsActivationOnAndTakesItBackAfterItsEnd() {
    new CreditingWorld(world).overlayGoal("ru-eve");
    await().until(() -> "0".equals(actual("goal-ru-eve")));
    world.won("ru-1", sale("ru-ann", List.of(), "suite", "100", NOVEMBER));
    world.won("ru-2", sale("ru-ann", List.of(), "suite", "10", DECEMBER));
    await().until(() -> credits("ru-2").getList("items").size() == 1);
    propose(overlay("suite-overlay", "suite", "0.5", "PARTICIPANT", "ru-eve"));
    world.won("ru-3", sale("ru-ann", List.of(), "suite", "1", DECEMBER));
    await().until(() -> credits("ru-3").getList("items").size() == 1);

    activate(finance(), "suite-overlay").then().statusCode(200);
    // 0.5 x (100 + 10 + 1)
    await().until(() -> "55.5".equals(actual("goal-ru-eve")));
    world.reverse("ru-undo", "ru-1", "40");
    // 0.5 x (60 + 10 + 1)
    await().until(() -> "35.5".equals(actual("goal-ru-eve")));

    end("suite-overlay", "2017-12-01T00:00:00Z");
    activate(finance(), "suite-overlay").then().statusCode(200);
    // 0.5 x 60
    await().until(() -> "30".equals(actual("goal-ru-eve")));
    assertThat(credits("ru-2").getList("items.reCredited"))
        .containsExactly(null, "RULE_CHANGED", "RULE_CHANGED");
    assertThat(credits("ru-2").getInt("items[1].rule.version")).isEqualTo(1);
    assertThat(credits("ru-1").getList("items.participantId.unique()")).hasSize(2);
  }

  @Test
  void findsWhoHoldsARoleAlsoWhenThatIsToldLater() {
    CreditingWorld told = new CreditingWorld(world);
    told.overlayGoal("ru-fay");
    inForce("fay-role", overlay("fay-role", "crane", "0.25", "ROLE", "crane-engineer"));
    world.won(
        "ru-crane",
        sale(
            null,
            List.of(split("ru-ann", "0.5"), split("ru-bob", "0.5")),
            "crane",
            "100",
            NOVEMBER));
    await().until(() -> credits("ru-crane").getList("items").size() == 2);

    told.role("ru-fay", 1, since("crane-engineer", "2017-11-01T00:00:00Z"));

    await().until(() -> "25".equals(actual("goal-ru-fay")));
    told.role("ru-fay", 2, since("crane-engineer", "2017-12-01T00:00:00Z"));
    await().until(() -> "0".equals(actual("goal-ru-fay")));
    assertThat(credits("ru-crane").getList("items")).hasSize(4);
  }

  @Test
  void takesEffectOnlyWhenSomebodyElseAgrees() {
    propose(direct("two-persons", "none", "ru-ann")).then().statusCode(201).header("ETag", "\"1\"");

    activate(salesOps(), "two-persons")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:milepost:problem:own-credit-rule"));
    activate(as("ru-ann", Roles.MANAGER), "two-persons").then().statusCode(403);
    activate(finance(), "two-persons").then().statusCode(200).body("version", equalTo(2));
    activate(finance(), "two-persons").then().statusCode(409);
    finance().get("/v1/credits/rules?limit=500").then().body("items.key", hasItem("two-persons"));
    as("ru-ann", Roles.REP).get("/v1/credits/rules").then().statusCode(403);
    propose(direct("two-persons", "none", "ru-ann")).then().statusCode(409);
  }

  @Test
  void refusesWhatCouldNotCredit() {
    propose(overlay("faulty", "x' + 1 == 'y", "2", "PARTICIPANT", "ru-ann"))
        .then()
        .statusCode(422)
        .body("violations.pointer", equalTo(List.of("/condition", "/share")))
        .body("violations[0].message", containsString("Line 1, column"));
    salesOps().get("/v1/credits/rules/faulty").then().statusCode(404);
  }

  @Test
  void changesOnlyWhatItsAuthorHasSeen() {
    String rule = direct("seen", "none", "ru-ann");
    propose(rule).then().statusCode(201);
    String first = tag("seen");

    json(salesOps()).body(rule).put("/v1/credits/rules/seen").then().statusCode(428);
    json(salesOps())
        .header("If-Match", first)
        .body(rule)
        .put("/v1/credits/rules/seen")
        .then()
        .statusCode(200)
        .body("versions.size()", equalTo(2));
    json(salesOps())
        .header("If-Match", first)
        .body(rule)
        .put("/v1/credits/rules/seen")
        .then()
        .statusCode(412);
    json(salesOps())
        .header("If-Match", tag("seen"))
        .body("{\"to\": \"2018-01-01T00:00:00Z\"}")
        .post("/v1/credits/rules/seen/end")
        .then()
        .statusCode(409);
  }
}
