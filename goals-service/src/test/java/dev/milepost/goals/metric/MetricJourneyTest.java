package dev.milepost.goals.metric;

import static dev.milepost.goals.Api.ANNA;
import static dev.milepost.goals.Api.OTTO;
import static dev.milepost.goals.Api.get;
import static dev.milepost.goals.Api.post;
import static dev.milepost.goals.Api.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.milepost.contract.ContractJson;
import dev.milepost.contract.MetricDefined;
import dev.milepost.contract.Topic;
import dev.milepost.goals.Api;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class MetricJourneyTest {
  private static final String SUM =
      """
      {"key":"%s","name":"Revenue","unit":"USD","aggregation":"SUM",
       "qualifies":"event.type == 'dev.milepost.sales.deal.won'","value":"event.amount"}
      """;

  @Inject TestBroker broker;

  @Test
  void definesAMetricAndTellsEverybody() {
    post(OTTO, "/v1/metrics", SUM.formatted("m-define"))
        .then()
        .statusCode(201)
        .header("Location", endsWith("/v1/metrics/m-define"))
        .header("ETag", "\"1\"")
        .body("direction", equalTo("INCREASE"), "version", equalTo(1));

    assertThat(told("m-define", 1).versions()).hasSize(1);
  }

  @Test
  void aChangeIsANewVersionAndTheOldOneStaysReadable() {
    post(OTTO, "/v1/metrics", SUM.formatted("m-change")).then().statusCode(201);

    put(OTTO, "/v1/metrics/m-change", "\"1\"", SUM.formatted("m-change").replace("Revenue", "Won"))
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
    put(OTTO, "/v1/metrics/m-change", "\"1\"", SUM.formatted("m-change")).then().statusCode(412);

    get(ANNA, "/v1/metrics/m-change").then().body("name", equalTo("Won"));
    get(ANNA, "/v1/metrics/m-change/versions")
        .then()
        .body("items.name", contains("Revenue", "Won"));
    get(ANNA, "/v1/metrics").then().body("items.key", hasItem("m-change"));
    assertThat(told("m-change", 2).versions()).hasSize(2);
  }

  @Test
  void refusesAFaultyExpressionWithThePlaceOfTheFault() {
    post(
            OTTO,
            "/v1/metrics",
            """
            {"key":"m-faulty","name":"Faulty","unit":"USD","aggregation":"SUM",
             "qualifies":"event.type ==","value":"event.amount * 0.5 + 'x'"}
            """)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:milepost:problem:metric-invalid"))
        .body("violations.pointer", contains("/qualifies", "/value"))
        .body("violations.code", contains("expression-faulty", "expression-faulty"))
        .body("violations[0].message", containsString("Line 1, column"));
  }

  @Test
  void saysEverythingThatDoesNotFitTheAggregation() {
    post(
            OTTO,
            "/v1/metrics",
            """
            {"key":"m-odd","name":"Odd","unit":"Taler","aggregation":"COUNT","qualifies":"true",
             "value":"event.amount","denominatorQualifies":"true","windowDays":30,"firstEver":true}
            """)
        .then()
        .statusCode(422)
        .body(
            "violations.pointer",
            containsInAnyOrder(
                "/unit", "/value", "/denominatorQualifies", "/windowDays", "/firstEver"));
  }

  @Test
  void convertsByThePlanRateUnlessTheMetricNamesAnother() {
    String body =
        "{\"key\":\"%s\",\"name\":\"A\",\"unit\":\"%s\",\"aggregation\":\"COUNT\","
            + "\"qualifies\":\"true\"%s}";

    post(OTTO, "/v1/metrics", body.formatted("m-plan", "CNY", ""))
        .then()
        .statusCode(201)
        .body("exchangeRate", equalTo("PLAN"));
    post(OTTO, "/v1/metrics", body.formatted("m-day", "CNY", ",\"exchangeRate\":\"DAY\""))
        .then()
        .statusCode(201)
        .body("exchangeRate", equalTo("DAY"));
    post(OTTO, "/v1/metrics", body.formatted("m-score", "SCORE", ""))
        .then()
        .statusCode(201)
        .body("exchangeRate", nullValue());
    post(OTTO, "/v1/metrics", body.formatted("m-no", "SCORE", ",\"exchangeRate\":\"DAY\""))
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/exchangeRate"))
        .body("violations.code", contains("only-with-currency"));
    String keys = body.replace("COUNT", "DISTINCT_COUNT\",\"value\":\"event.customer");
    post(OTTO, "/v1/metrics", keys.formatted("m-keys", "CNY", ""))
        .then()
        .statusCode(201)
        .body("exchangeRate", nullValue());
  }

  @Test
  void countsReturnsOnTheirOwnDateUnlessTheMetricSaysOtherwise() {
    String body =
        "{\"key\":\"%s\",\"name\":\"A\",\"unit\":\"COUNT\",\"aggregation\":\"COUNT\","
            + "\"qualifies\":\"!has(event.returnOf)\"%s}";

    post(OTTO, "/v1/metrics", body.formatted("m-own-date", ""))
        .then()
        .statusCode(201)
        .body("returns", equalTo("OWN_DATE"));
    post(OTTO, "/v1/metrics", body.formatted("m-original", ",\"returns\":\"ORIGINAL\""))
        .then()
        .statusCode(201)
        .body("returns", equalTo("ORIGINAL"));
    post(OTTO, "/v1/metrics", body.formatted("m-never", ",\"returns\":\"NEVER\""))
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"aggregation\":\"COUNT\"",
        "\"aggregation\":\"DISTINCT_COUNT\",\"value\":\"event.customer\",\"firstEver\":true",
        "\"aggregation\":\"AVERAGE\",\"value\":\"event.amount\",\"window\":\"PERIOD\"",
        "\"aggregation\":\"LATEST\",\"value\":\"event.amount\",\"direction\":\"DECREASE\"",
        "\"aggregation\":\"RATIO\",\"value\":\"1\",\"denominatorQualifies\":\"true\""
      })
  void takesEveryAggregation(String rest) {
    String key = "m-all-" + Math.floorMod(rest.hashCode(), 100_000);
    String body = "{\"key\":\"%s\",\"name\":\"A\",\"unit\":\"SCORE\",\"qualifies\":\"true\",%s}";

    post(OTTO, "/v1/metrics", body.formatted(key, rest)).then().statusCode(201);
  }

  @Test
  void refusesAKeyThatIsTaken() {
    Api.metric("m-taken");

    post(OTTO, "/v1/metrics", SUM.formatted("m-taken"))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:milepost:problem:metric-exists"));
  }

  @Test
  void aRepDefinesNoMetric() {
    post(ANNA, "/v1/metrics", SUM.formatted("m-rep")).then().statusCode(403);
    get(OTTO, "/v1/metrics/m-rep").then().statusCode(404);
  }

  private MetricDefined told(String key, int version) {
    await()
        .until(
            () -> broker.latestByKey(Topic.METRICS.topicName()).get(key),
            record -> record != null && read(record.value()).version() == version);
    return read(broker.latestByKey(Topic.METRICS.topicName()).get(key).value());
  }

  private static MetricDefined read(byte[] value) {
    try {
      return ContractJson.mapper().readValue(value, MetricDefined.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
