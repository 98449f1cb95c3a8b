package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.CreditingWorld.direct;
import static dev.milepost.tracking.scenario.CreditingWorld.inForce;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.credits;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static dev.milepost.tracking.scenario.World.salesOps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.ExchangeRate;
import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.SuiteResource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Amounts of other currencies count by the rate that the metric names; nothing is guessed. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class ExchangeRateTest {
  private static final String NOVEMBER = "2017-11-05T10:00:00Z";

  @Inject World world;
  @Inject MeterRegistry meters;

  @Test
  void countsByTheKindOfRateThatTheMetricNames() {
    importRates("PLAN,SEK,USD,2017,0.1", "MONTH_AVERAGE,SEK,USD,2017-11,0.2");
    importRates("DAY,USD,SEK,2017-11-05,2.5", "DAY,SEK,USD,2017-11-06,9");
    goal("ron", null);
    goal("ron-month", "ron", ExchangeRate.MONTH_AVERAGE);
    goal("ron-day", "ron", ExchangeRate.DAY);

    won("deal-kinds", "ron", "100", "SEK", NOVEMBER);

    await().until(() -> "10".equals(actual("goal-ron")));
    await().until(() -> "20".equals(actual("goal-ron-month")));
    await().until(() -> "40".equals(actual("goal-ron-day"))); // 100 / 2.5
    assertThat(credits("deal-kinds").getList("items[0].exchangeRates.kind"))
        .containsExactly("DAY", "MONTH_AVERAGE", "PLAN");
    assertThat(credits("deal-kinds").getString("items[0].exchangeRates[0].fromCurrency"))
        .isEqualTo("USD");
    assertThat(credits("deal-kinds").getString("items[0].value.currency")).isEqualTo("SEK");
  }

  @Test
  void takesBackByTheRateThatTheSaleWasCountedBy() {
    importRates("PLAN,NOK,USD,2017,0.5");
    goal("sam", null);
    won("deal-kept", "sam", "300", "NOK", NOVEMBER);
    await().until(() -> "150".equals(actual("goal-sam")));
    importRates("PLAN,NOK,USD,2017,0.75");

    world.reverse("undo-kept", "deal-kept", "100");
    await().until(() -> "100".equals(actual("goal-sam")));
    won("deal-later", "sam", "4", "NOK", NOVEMBER);
    await().until(() -> "103".equals(actual("goal-sam")));
    goal("sam-later", "sam", null);

    await().until(() -> "103".equals(actual("goal-sam-later")));
    assertThat(credits("deal-later").getInt("items[0].exchangeRates[0].version")).isEqualTo(2);
  }

  @Test
  void setsASaleAsideWhoseRateIsMissingUntilItIsImported() {
    goal("tim", null);
    won("deal-rateless", "tim", "100", "DKK", NOVEMBER);
    await().until(() -> quarantined("deal-rateless", "id") != null);
    assertThat(quarantined("deal-rateless", "reason")).isEqualTo("NO_EXCHANGE_RATE");
    assertThat(quarantined("deal-rateless", "detail"))
        .isEqualTo("there is no PLAN rate from DKK to USD for 2017");

    importRates("PLAN,DKK,USD,2017,0.15");
    salesOps()
        .post("/v1/sales-events/quarantine/" + quarantined("deal-rateless", "id") + "/replay")
        .then()
        .statusCode(200);

    await().until(() -> "15".equals(actual("goal-tim")));
  }

  @Test
  void needsARateForTheGoalOfATeamAbove() {
    world.team("team-wes", "", "wes");
    world.goal(revenueGoal("goal-team-wes", Owner.team("team-wes"), "1000"));
    await().until(() -> "0".equals(actual("goal-team-wes")));
    int[] probes = {0};
    await()
        .until(
            () -> {
              String id = "seen-wes-" + probes[0]++;
              world.won(id, "wes", "1", "2016-01-01T00:00:00Z");
              await().until(() -> !credits(id).getList("items").isEmpty());
              return credits(id).getList("items[0].teams").size() == 1;
            });

    won("deal-wes", "wes", "100", "THB", NOVEMBER);

    await().until(() -> quarantined("deal-wes", "id") != null);
    assertThat(quarantined("deal-wes", "reason")).isEqualTo("NO_EXCHANGE_RATE");
  }

  @Test
  void needsNoRateForWhatNoGoalCounts() {
    goal("una", null);
    SalesEvent lost = sale("una", "100", "ISK", NOVEMBER);
    world.broker().publish(EventType.DEAL_LOST, "lost-una", World.CRM, "lost-una", lost);
    won("deal-elsewhere", "una-s-colleague", "100", "ISK", NOVEMBER);
    won("deal-out", "una", "100", "ISK", "2018-01-01T00:00:00Z");

    for (String id : List.of("lost-una", "deal-elsewhere", "deal-out")) {
      await().until(() -> credits(id).getList("items").size() == 1);
      assertThat(credits(id).getList("items[0].exchangeRates")).isEmpty();
    }
  }

  @Test
  void waitsWithABackfillThatMissesARateAndLosesNothing() {
    won("deal-past", "val", "1000", "JPY", NOVEMBER);
    won("deal-past-2", "val", "500", "JPY", NOVEMBER);
    await().until(() -> credits("deal-past").getList("items").size() == 1);
    await().until(() -> credits("deal-past-2").getList("items").size() == 1);
    world.goal(revenueGoal("goal-val", Owner.participant("val"), "1000"));
    await().until(() -> meters.get("milepost.backfill.waiting").gauge().value() > 0);
    Counter duplicates = meters.counter("milepost.sales.events", "outcome", "duplicate");
    double before = duplicates.count();
    won("deal-past", "val", "1000.0", "JPY", NOVEMBER);
    await().until(() -> duplicates.count() > before);
    goal("val-s-neighbour", null);
    await().until(() -> told("goal-val-s-neighbour"));
    world.reverse("undo-past", "deal-past", "400");
    await().until(() -> credits("deal-past").getList("items").size() == 2);
    assertThat(told("goal-val")).isFalse();

    assertThat(outcome("deal-past").getString("missed[0].reason.code"))
        .isEqualTo("NO_EXCHANGE_RATE");

    importRates("PLAN,JPY,USD,2017,0.01");

    await().until(() -> "11".equals(actual("goal-val"))); // (1000 − 400 + 500) × 0.01
    await().until(() -> meters.get("milepost.backfill.waiting").gauge().value() == 0);
  }

  @Test
  void creditsASaleAnewOnlyWhenTheRateThatItNeedsIsThere() {
    goal("zac", null);
    won("deal-moved", "zac-s-colleague", "100", "HUF", NOVEMBER);
    await().until(() -> credits("deal-moved").getList("items").size() == 1);

    creditWhatIsPaidIn("HUF", "zac");
    await().until(() -> meters.get("milepost.re-crediting.waiting").gauge().value() > 0);
    assertThat(credits("deal-moved").getList("items")).hasSize(1);

    importRates("PLAN,HUF,USD,2017,0.01");
    await().until(() -> "1".equals(actual("goal-zac")));
    await().until(() -> meters.get("milepost.re-crediting.waiting").gauge().value() == 0);
  }

  @Test
  void goesOnWithOtherChangesWhileOneWaitsForARate() {
    goal("xia", null);
    goal("yan", null);
    won("deal-held-up", "xia-s-colleague", "100", "CLP", NOVEMBER);
    world.won(
        "deal-beside",
        CreditingWorld.sale("yan-s-colleague", List.of(), "beside-box", "7", NOVEMBER));
    await().until(() -> credits("deal-held-up").getList("items").size() == 1);
    await().until(() -> credits("deal-beside").getList("items").size() == 1);

    creditWhatIsPaidIn("CLP", "xia");
    await().until(() -> meters.get("milepost.re-crediting.waiting").gauge().value() > 0);
    inForce("beside-to-yan", overriding(direct("beside-to-yan", "beside-box", "yan")));
    await().until(() -> "7".equals(actual("goal-yan")));
    assertThat(credits("deal-held-up").getList("items")).hasSize(1);

    importRates("PLAN,CLP,USD,2017,0.01");
    await().until(() -> "1".equals(actual("goal-xia")));
    await().until(() -> meters.get("milepost.re-crediting.waiting").gauge().value() == 0);
  }

  @Test
  void answersPerRateAndKeepsEveryVersion() {
    String rate =
        "{\"kind\":\"PLAN\",\"fromCurrency\":\"CHF\",\"toCurrency\":\"USD\",\"period\":\"2017\","
            + "\"rate\":\"%s\"}";
    String body = "{\"items\":[%s,%s,%s,{}]}";

    importJson(body.formatted(rate.formatted("1.1"), rate.formatted("1.10"), rate.formatted("1.2")))
        .statusCode(200)
        .body("items.status", contains("CREATED", "UNCHANGED", "CHANGED", "REFUSED"))
        .body("items.version", contains(1, 1, 2, null))
        .body("items[3].problem.violations.size()", equalTo(5));
    importJson("{\"items\":[" + rate.formatted("1.2") + "]}")
        .body("items.status", contains("UNCHANGED"));

    salesOps()
        .get("/v1/exchange-rates?fromCurrency=CHF&toCurrency=USD&kind=PLAN&period=2017")
        .then()
        .statusCode(200)
        .body("items.rate", contains("1.1", "1.2"))
        .body("items.current", contains(false, true))
        .body("items[0].importedBy", equalTo("olga"));
    salesOps()
        .get("/v1/exchange-rates?fromCurrency=CHF&current=true")
        .then()
        .body("items.version", contains(2));
  }

  @Test
  void speaksTheCallersLanguageAndIsForSalesOpsAndFinanceOnly() {
    salesOps()
        .header("Accept-Language", "zh-CN")
        .contentType("text/csv")
        .body("kind,rate\n")
        .post("/v1/exchange-rates/import")
        .then()
        .statusCode(400)
        .body("title", equalTo("无法读取汇率表"));
    World.as("fin", Roles.FINANCE).get("/v1/exchange-rates").then().statusCode(200);
    World.as("rep", Roles.REP, Roles.MANAGER, Roles.INTEGRATION)
        .get("/v1/exchange-rates")
        .then()
        .statusCode(403);
    World.as("rep", Roles.REP, Roles.MANAGER, Roles.INTEGRATION)
        .contentType("application/json")
        .body("{\"items\":[{}]}")
        .post("/v1/exchange-rates")
        .then()
        .statusCode(403);
  }

  private static void creditWhatIsPaidIn(String currency, String participant) {
    String key = "to-" + participant;
    String condition = "event.currency == '" + currency + "'";
    inForce(
        key, overriding(direct(key, "x", participant).replace("event.product == 'x'", condition)));
  }

  private static String overriding(String rule) {
    return rule.replace("{\"key", "{\"overridesSeller\": true, \"key");
  }

  private static JsonPath outcome(String sale) {
    return salesOps()
        .urlEncodingEnabled(false)
        .get("/v1/sales-events/%2Fcrm/" + sale + "/outcome")
        .jsonPath();
  }

  private static void importRates(String... rows) {
    salesOps()
        .contentType("text/csv")
        .body("kind,fromCurrency,toCurrency,period,rate\n" + String.join("\n", rows))
        .post("/v1/exchange-rates/import")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse importJson(String body) {
    return salesOps().contentType("application/json").body(body).post("/v1/exchange-rates").then();
  }

  private void goal(String owner, ExchangeRate rate) {
    goal(owner, owner, rate);
  }

  private void goal(String name, String owner, ExchangeRate rate) {
    GoalSnapshot goal = revenueGoal("goal-" + name, Owner.participant(owner), "1000");
    world.goal(counting(goal, rate));
    await().until(() -> actual("goal-" + name) != null);
  }

  private void won(String id, String participant, String amount, String currency, String at) {
    world.won(id, sale(participant, amount, currency, at));
  }

  private static SalesEvent sale(String participant, String amount, String currency, String at) {
    Money money = new Money(new BigDecimal(amount), currency);
    return SalesEvent.sold(Instant.parse(at), participant, List.of(), money);
  }

  private boolean told(String goalId) {
    return !world.told(EventType.PROGRESS_RECORDED, goalId, ProgressRecorded.class).isEmpty();
  }

  private static String quarantined(String eventId, String field) {
    return salesOps()
        .get("/v1/sales-events/quarantine?limit=500")
        .jsonPath()
        .getString("items.find{it.eventId=='%s'}?.%s".formatted(eventId, field));
  }

  private static GoalSnapshot counting(GoalSnapshot g, ExchangeRate rate) {
    MetricVersion m = g.metric();
    MetricVersion metric =
        new MetricVersion(
            m.key(),
            m.version(),
            m.name(),
            m.unit(),
            m.aggregation(),
            m.direction(),
            m.qualifies(),
            m.value(),
            null,
            null,
            m.firstEver(),
            null,
            null,
            m.definedAt(),
            rate,
            null);
    return new GoalSnapshot(
        g.goalId(),
        g.version(),
        g.state(),
        g.statement(),
        g.owner(),
        metric,
        g.period(),
        g.graceEnd(),
        g.zone(),
        g.profile(),
        null,
        g.creditTypes(),
        g.versions(),
        null,
        null);
  }
}
