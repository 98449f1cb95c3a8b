package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.World.credits;
import static dev.milepost.tracking.scenario.World.integration;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.milepost.contract.Topic;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import dev.milepost.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sales events over HTTP go the same way as all others, once. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class IntakeTest {
  private static final String EVENT =
      """
      {"specversion":"1.0","source":"/crm","id":"%s","type":"dev.milepost.sales.deal.won",
       "data":{"occurredAt":"2017-11-05T10:00:00Z","participantId":"web",
               "amount":{"amount":"%s","currency":"USD"}}}
      """;

  @Inject World world;

  @Test
  void acceptsAnEventOnceAndSaysSo() {
    send(EVENT.formatted("web-1", "10")).statusCode(202).body("outcome", equalTo("ACCEPTED"));
    send(EVENT.formatted("web-1", "10.00")).statusCode(200).body("outcome", equalTo("DUPLICATE"));
    send(EVENT.formatted("web-1", "11"))
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:milepost:problem:conflicting-sales-event"));

    await().until(() -> credits("web-1").getList("items").size() == 1);
    assertThat(World.outcome("web-1").getInt("duplicates")).isEqualTo(1);
    assertThat(World.outcome("web-1").getInt("conflicts")).isEqualTo(1);
  }

  @Test
  void knowsAnEventThatCameOverTheTopic() {
    world.won("topic-1", "web", "10", "2017-11-05T10:00:00Z");
    await().until(() -> credits("topic-1").getList("items").size() == 1);

    send(EVENT.formatted("topic-1", "10.0")).statusCode(200).body("outcome", equalTo("DUPLICATE"));
    send(EVENT.formatted("topic-1", "12")).statusCode(409);
  }

  @Test
  void answersPerItemOfABatch() {
    String batch =
        "[%s,%s,%s,%s,7]"
            .formatted(
                EVENT.formatted("web-2", "10"),
                EVENT.formatted("web-2", "10"),
                EVENT.formatted("web-2", "11"),
                EVENT.formatted("web-3", "ten"));

    var answer = batch(batch).statusCode(200).extract().jsonPath();

    assertThat(answer.getList("items.outcome"))
        .containsExactly("ACCEPTED", "DUPLICATE", "CONFLICT", "INVALID", "INVALID");
    assertThat(answer.getString("items[3].problem.violations[0].pointer"))
        .isEqualTo("/data/amount/amount");
    await().until(() -> credits("web-2").getList("items").size() == 1);
  }

  @Test
  void asksForKeyAndVersionOfAnEntityTogether() {
    String event =
        EVENT.formatted("web-7", "10").replace("\"participantId\"", "\"%s,\"participantId\"");

    send(event.formatted("entityKey\":\"deal-7\""))
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/data/entityVersion"))
        .body("violations[0].message", equalTo("entityKey and entityVersion go together."));
    send(event.formatted("entityVersion\":7"))
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/data/entityKey"));
    send(event.formatted("entityKey\":\"deal-7\",\"entityVersion\":7")).statusCode(202);
  }

  @Test
  void takesACorrectedEventAfterARefusedOne() {
    String event = EVENT.formatted("web-4", "10");
    send(withAttributes(event, "\"correlationid\":7")).statusCode(400);

    send(withAttributes(event, "\"correlationid\":\"order-7\""))
        .statusCode(202)
        .body("outcome", equalTo("ACCEPTED"));

    await().until(() -> credits("web-4").getList("items").size() == 1);
  }

  @Test
  void countsAnEventWhoseUnknownFieldsNobodyCouldRead() {
    send(withAttributes(EVENT.formatted("web-5", "10"), "\"weight\":1e5000,\"note\":\"a\\u0000b\""))
        .statusCode(202);

    await().until(() -> credits("web-5").getList("items").size() == 1);
  }

  @Test
  void publishesWhatWasReadInBinaryMode() {
    send(withAttributes(
            EVENT.formatted("web-6", "1000.00"),
            "\"correlationid\":\"order-6\",\"causationid\":\"click-6\",\"weight\":1"))
        .statusCode(202);
    await().until(() -> credits("web-6").getList("items").size() == 1);

    ConsumerRecord<String, byte[]> record =
        world.broker().records(Topic.SALES_EVENTS.topicName()).stream()
            .filter(sent -> TestBroker.header(sent, "ce_id").equals(Optional.of("web-6")))
            .findFirst()
            .orElseThrow();

    assertThat(TestBroker.header(record, "ce_source")).contains(World.CRM);
    assertThat(TestBroker.header(record, "ce_type")).contains("dev.milepost.sales.deal.won");
    assertThat(TestBroker.header(record, "ce_correlationid")).contains("order-6");
    assertThat(TestBroker.header(record, "ce_causationid")).contains("click-6");
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"amount\":{\"amount\":1000,\"currency\":\"USD\"},"
                + "\"occurredAt\":\"2017-11-05T10:00:00Z\",\"participantId\":\"web\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7                                        |                | wrong-type",
        "{}                                       | /source        | required",
        "{'specversion':'0.3'}                    | /specversion   | unknown-value",
        "{'specversion':1}                        | /specversion   | wrong-type",
        "{'type':'com.example.imagined'}          | /type          | unknown-value",
        "{'type':'dev.milepost.goals.GoalClosed'} | /type          | unknown-value",
        "{'correlationid':7}                      | /correlationid | wrong-type",
        "{'causationid':['a']}                    | /causationid   | wrong-type",
        "{'causationid':'a\\u0000b'}               | /causationid   | unusable-character",
        "{'correlationid':'a\\ud800'}              | /correlationid | unusable-character",
        "{'traceparent':{}}                       | /traceparent   | wrong-type",
        "{'traceparent':''}                       | /traceparent   | blank",
        "{'data':7}                               | /data          | wrong-type",
        "{'data':{}}                              | /data/occurredAt | required",
        "{'data':{'occurredAt':'yesterday'}}      | /data/occurredAt | wrong-format",
        "{'data':{'splits':[{'share':[]}]}}       | /data/splits/0/share | wrong-type"
      })
  void saysWhatIsWrong(String body, String pointer, String code) {
    send(body.replace('\'', '"'))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:milepost:problem:invalid-sales-event"))
        .body(
            "violations.find{it.pointer=='%s'}.code".formatted(pointer == null ? "" : pointer),
            equalTo(code))
        .body(not(containsString("dev.milepost.contract")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "application/cloudevents+json       | {not json     | 400",
        "application/cloudevents+json       | ``            | 400",
        "application/cloudevents+json       | {'id':1,'id':2} | 400",
        "application/cloudevents-batch+json | {}            | 400",
        "application/json                   | {}            | 415",
        "text/plain                         | hello         | 415"
      })
  void refusesWhatIsNoEvent(String contentType, String body, int status) {
    integration()
        .contentType(contentType)
        .body(body.replace('\'', '"'))
        .post("/v1/sales-events")
        .then()
        .statusCode(status)
        .contentType("application/problem+json");
  }

  @Test
  void refusesTooLargeABatch() {
    batch("[" + "{},".repeat(1000) + "{}]")
        .statusCode(400)
        .body("violations[0].code", equalTo("batch-too-large"));
  }

  @Test
  void speaksTheCallersLanguage() {
    integration()
        .header("Accept-Language", "zh-CN")
        .contentType("application/cloudevents+json")
        .body("{}")
        .post("/v1/sales-events")
        .then()
        .statusCode(400)
        .body("title", equalTo("业务事件无效"));
  }

  @Test
  void isForIntegrationsOnly() {
    RequestSpecification rep = World.as("web", Roles.REP, Roles.SALES_OPS);
    rep.contentType("application/cloudevents+json")
        .body("{}")
        .post("/v1/sales-events")
        .then()
        .statusCode(403);
    given()
        .contentType("application/cloudevents+json")
        .body("{}")
        .post("/v1/sales-events")
        .then()
        .statusCode(401);
    given()
        .auth()
        .oauth2(TestTokens.expired("crm", null, Roles.INTEGRATION))
        .contentType("application/cloudevents+json")
        .body("{}")
        .post("/v1/sales-events")
        .then()
        .statusCode(401);
  }

  private static String withAttributes(String event, String attributes) {
    return event.replaceFirst("\\{", Matcher.quoteReplacement("{" + attributes + ","));
  }

  private static ValidatableResponse send(String event) {
    return integration()
        .contentType("application/cloudevents+json")
        .body(event)
        .post("/v1/sales-events")
        .then();
  }

  private static ValidatableResponse batch(String events) {
    return integration()
        .contentType("application/cloudevents-batch+json")
        .body(events)
        .post("/v1/sales-events")
        .then();
  }
}
