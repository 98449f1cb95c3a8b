package dev.milepost.tracking.source;

import static dev.milepost.tracking.scenario.World.as;
import static dev.milepost.tracking.scenario.World.integration;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static dev.milepost.tracking.scenario.World.salesOps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestTokens;
import dev.milepost.tracking.scenario.HeldSale;
import dev.milepost.tracking.scenario.SoldEvents;
import dev.milepost.tracking.scenario.World;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What sources have sent, what they say of it, and what that means for goals. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class CompletenessTest {
  private static final String FIRST = "2017-11-01T00:00:00Z";
  private static final String SECOND = "2017-12-01T00:00:00Z";

  @Inject World world;
  @Inject WatermarkSweep sweep;
  @Inject Sql sql;

  @Test
  void listsWhatEachSourceHasSent() {
    send("/shop/eu", "eu-1", "eu", "2017-11-05T10:00:00Z");
    send("/shop/eu", "eu-1", "eu", "2017-11-05T10:00:00Z");
    send("/shop/eu", "eu-2", "eu", "2017-11-04T10:00:00Z");
    send("/shop/eu", "eu-ahead", "eu", "2999-01-01T00:00:00Z");

    await().until(() -> source("/shop/eu").getInt("received") == 4);
    assertThat(source("/shop/eu").getString("latestOccurredAt")).isEqualTo("2017-11-05T10:00:00Z");
    assertThat(source("/shop/eu").getString("watermark")).isNull();
    assertThat(source("/shop/eu").getString("firstReceivedAt"))
        .isLessThanOrEqualTo(source("/shop/eu").getString("lastReceivedAt"));
    assertThat(as("fin", Roles.FINANCE).get("/v1/sources?limit=500").jsonPath().getList("items"))
        .isNotEmpty();
  }

  @Test
  void takesAWatermarkThatOnlyRises() {
    declare(integration(), "/rising", SECOND).statusCode(200).body("completeUntil", nullValue());
    declare(integration(), "/rising", SECOND).statusCode(200);

    declare(integration(), "/rising", FIRST)
        .statusCode(409)
        .body("type", equalTo("urn:milepost:problem:watermark-moves-back"));
    declare(integration(), "/rising", "2999-01-01T00:00:00Z")
        .statusCode(400)
        .body("violations[0].code", equalTo("ahead-of-now"));
    correct(integration(), "/rising", FIRST).statusCode(403);
    declare(salesOps(), "/rising", FIRST).statusCode(409);
    correct(salesOps(), "/rising", FIRST).statusCode(200).body("watermark", equalTo(FIRST));
    assertThat(source("/rising").getString("watermark")).isEqualTo(FIRST);
    assertThat(source("/rising").getInt("received")).isZero();
  }

  @Test
  void refusesASourceThatNothingCanBeNamed() {
    declare(integration(), "/" + "x".repeat(255), FIRST)
        .statusCode(400)
        .body("violations[0].parameter", equalTo("source"));
    integration()
        .contentType("application/json")
        .body("{}")
        .put("/v1/sources/x/watermark")
        .then()
        .statusCode(400);
  }

  @Test
  void countsWhatCouldNotBeRead() {
    send("/torn", "torn-1", "torn", "2017-11-05T10:00:00Z");
    publish("/torn", "torn-2", EventType.DEAL_WON.typeName(), "{\"occurredAt\": \"soon\"}");
    publish("/torn", "torn-3", "dev.milepost.sales.deal.dreamt", "{}");
    publish("/torn/only", "torn-4", "dev.milepost.sales.deal.dreamt", "{}");

    await().until(() -> source("/torn").getInt("received") == 3);
    await().until(() -> source("/torn/only").getInt("received") == 1);
    assertThat(source("/torn/only").getString("lastReceivedAt")).isNotNull();
  }

  @Test
  void letsOnlyTheSourcesOwnIntegrationDeclare() {
    declare(integration(), "/mine", FIRST).statusCode(200);

    declare(token("other", Roles.INTEGRATION), "/mine", SECOND).statusCode(404);
    declare(token("other", Roles.INTEGRATION), "/mine", "2000-01-01T00:00:00Z").statusCode(404);
    declare(token("other", Roles.INTEGRATION), "/mine", FIRST).statusCode(404);
    correct(salesOps(), "/mine", "2017-10-01T00:00:00Z").statusCode(200);
    read(integration(), "/mine").statusCode(200).body("watermark", equalTo("2017-10-01T00:00:00Z"));
    declare(integration(), "/mine", SECOND).statusCode(200).body("declaredBy", equalTo("crm"));

    declare(salesOps(), "/theirs", FIRST).statusCode(200);
    read(token("other", Roles.INTEGRATION), "/theirs").statusCode(404);
    declare(token("other", Roles.INTEGRATION), "/theirs", SECOND).statusCode(200);
    declare(integration(), "/theirs", SECOND).statusCode(404);

    declare(salesOps(), "/same", FIRST).statusCode(200);
    declare(integration(), "/same", FIRST).statusCode(200).body("declaredBy", equalTo("crm"));
    declare(token("other", Roles.INTEGRATION), "/same", SECOND).statusCode(404);
  }

  @Test
  void showsAnIntegrationOnlyWhatItDeclaredItself() {
    declare(integration(), "/own", FIRST).statusCode(200);

    read(integration(), "/own").statusCode(200).body("declaredBy", equalTo("crm"));
    read(salesOps(), "/own").statusCode(200);
    read(token("other", Roles.INTEGRATION), "/own").statusCode(404);
    read(salesOps(), "/never-declared").statusCode(404);
    read(as("rep", Roles.REP), "/own").statusCode(403);
    declare(token("fin", Roles.FINANCE), "/own", SECOND).statusCode(403);
    integration().get("/v1/sources").then().statusCode(403);
    as("boss", Roles.MANAGER).get("/v1/sources").then().statusCode(403);
  }

  @Test
  void saysUntilWhenAGoalIsCompleteByItsSources() throws Exception {
    world.goal(revenueGoal("goal-complete", Owner.participant("complete"), "1000"));
    send("/slow", "slow-1", "complete", "2017-11-05T10:00:00Z");
    send("/fast", "fast-1", "complete", "2017-11-05T10:00:00Z");
    await().until(() -> "2".equals(World.actual("goal-complete")));
    assertThat(completeUntil()).isNull();

    declare(integration(), "/fast", SECOND).statusCode(200);
    await().until(() -> SECOND.equals(sweptCompleteUntil()));
    try (HeldSale held = HeldSale.of(sql, "/slow", "slow-2")) {
      send("/slow", "slow-2", "complete", "2017-10-05T10:00:00Z");
      held.awaitBatch();
      declare(integration(), "/slow", FIRST).statusCode(200);
      assertThat(sweptCompleteUntil()).as("/slow answers for nothing yet").isNull();
    }
    await().until(() -> FIRST.equals(sweptCompleteUntil()));

    assertThat(
            salesOps()
                .get("/v1/progress?goal=goal-complete")
                .jsonPath()
                .getString("items[0].completeUntil"))
        .isEqualTo(FIRST);
    assertThat(World.progress("goal-complete").getBoolean("provisional")).isTrue();
    assertThat(World.progress("goal-complete").getString("asOf")).isNotNull();
  }

  @Test
  void isCompleteByAllSourcesWhileAGoalHasNone() {
    world.goal(revenueGoal("goal-empty", Owner.participant("empty"), "1000"));
    declare(integration(), "/least", "2000-01-01T00:00:00Z").statusCode(200);
    declare(integration(), "/more", FIRST).statusCode(200);

    await()
        .until(
            () -> {
              sweep.sweep();
              JsonPath progress = World.progress("goal-empty");
              return "2000-01-01T00:00:00Z".equals(progress.getString("completeUntil"));
            });
    assertThat(World.actual("goal-empty")).isEqualTo("0");
  }

  @Test
  void isCompleteOnlyWhenWhatWasSentIsTakenIn() throws Exception {
    world.goal(revenueGoal("goal-complete-held", Owner.participant("complete-held"), "1000"));
    send("/held", "held-known", "complete-held", "2017-10-05T10:00:00Z");
    await().until(() -> "1".equals(World.actual("goal-complete-held")));
    try (HeldSale held = HeldSale.of(sql, "/held", "held-sent")) {
      send("/held", "held-sent", "complete-held", "2017-10-05T10:00:00Z");
      held.awaitBatch();
      declare(integration(), "/held", FIRST).statusCode(200);

      sweep.sweep();
      sweep.sweep();

      assertThat(World.progress("goal-complete-held").getString("completeUntil")).isNull();
    }
    await()
        .until(
            () -> {
              sweep.sweep();
              JsonPath progress = World.progress("goal-complete-held");
              return FIRST.equals(progress.getString("completeUntil"));
            });
    assertThat(World.actual("goal-complete-held")).isEqualTo("2");
  }

  private static String completeUntil() {
    return World.progress("goal-complete").getString("completeUntil");
  }

  private String sweptCompleteUntil() {
    sweep.sweep();
    return completeUntil();
  }

  private void send(String source, String id, String participant, String occurredAt) {
    world
        .broker()
        .publish(
            EventType.DEAL_WON,
            participant,
            source,
            id,
            SoldEvents.sale(participant, List.of(), "1", occurredAt));
  }

  private void publish(String source, String id, String type, String data) {
    Map<String, String> headers =
        Map.of(
            "ce_specversion", "1.0",
            "ce_type", type,
            "ce_source", source,
            "ce_id", id,
            "content-type", "application/json");
    world
        .broker()
        .publish(
            Topic.SALES_EVENTS.topicName(), id, headers, data.getBytes(StandardCharsets.UTF_8));
  }

  /** The source in the list of all; empty while it is not in it. */
  private static JsonPath source(String source) {
    JsonPath all = salesOps().get("/v1/sources?limit=500").jsonPath();
    return JsonPath.from(
        World.json(
            all.getList("items", Map.class).stream()
                .filter(item -> source.equals(item.get("source")))
                .findFirst()
                .orElse(Map.of("received", -1))));
  }

  private static ValidatableResponse declare(
      RequestSpecification caller, String source, String watermark) {
    return put(caller, source, "{\"watermark\": \"" + watermark + "\"}");
  }

  private static ValidatableResponse correct(
      RequestSpecification caller, String source, String watermark) {
    return put(caller, source, "{\"watermark\": \"" + watermark + "\", \"correction\": true}");
  }

  private static ValidatableResponse put(RequestSpecification caller, String source, String body) {
    return caller
        .urlEncodingEnabled(false)
        .contentType("application/json")
        .body(body)
        .put(path(source))
        .then();
  }

  private static ValidatableResponse read(RequestSpecification caller, String source) {
    return caller.urlEncodingEnabled(false).get(path(source)).then();
  }

  private static String path(String source) {
    return "/v1/sources/" + URLEncoder.encode(source, StandardCharsets.UTF_8) + "/watermark";
  }

  private static RequestSpecification token(String subject, String role) {
    return RestAssured.given().auth().oauth2(TestTokens.as(subject, null, role));
  }
}
