package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.SoldEvents.sale;
import static dev.milepost.tracking.scenario.SoldEvents.split;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.outcome;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static dev.milepost.tracking.scenario.World.salesOps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Topic;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was set aside can be put right and sent again, one or many. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class RepairTest {
  private static final String NOVEMBER = "2017-11-05T10:00:00Z";
  private static final String QUARANTINE = "/v1/sales-events/quarantine";

  @Inject World world;

  @Test
  void countsASaleThatWasPutRightAndKeepsWhatItWas() {
    world.goal(revenueGoal("goal-fix", Owner.participant("fix"), "1000"));
    await().until(() -> "0".equals(actual("goal-fix")));
    world.won("deal-fix", sale(null, List.of(split("fix", "0.6")), "5", NOVEMBER));
    String id = setAside("deal-fix");

    repair(id, "{\"data\":" + data("fix", "0.7") + "}")
        .statusCode(400)
        .body("violations[0].code", equalTo("direct-shares-not-one"))
        .body("violations[0].pointer", equalTo("/data/splits"));
    repair(id, "{\"data\":" + data("fix", "1") + "}").statusCode(200);

    await().until(() -> "5".equals(actual("goal-fix")));
    assertThat(outcome("deal-fix").getString("outcome")).isEqualTo("COUNTED");
    JsonPath kept = salesOps().get(QUARANTINE + "/" + id).jsonPath();
    assertThat(kept.getString("payload")).contains("0.6");
    assertThat(kept.getString("replayedBy")).isEqualTo("olga");
    assertThat(kept.getList("repair.changed")).containsExactly("/data/splits/0/share");
    assertThat(kept.getString("repair.payload")).contains("\"share\":1");
    repair(id, "{\"data\":" + data("fix", "1") + "}").statusCode(404);
  }

  @Test
  void givesAnEventTheIdentityThatItLacked() {
    world.won("deal-fix-marker", "fix-marker", "1", NOVEMBER);
    String body = "{\"occurredAt\":\"" + NOVEMBER + "\",\"participantId\":\"fix-lost\"}";
    Map<String, String> headers = Map.of("ce_specversion", "1.0", "ce_source", "/crm");
    world
        .broker()
        .publish(
            Topic.SALES_EVENTS.topicName(), "x", headers, body.getBytes(StandardCharsets.UTF_8));
    await().until(() -> byPayload("fix-lost") != null);

    repair(
            byPayload("fix-lost"),
            "{\"source\":\"/crm\",\"id\":\"deal-fix-lost\",\"type\":\""
                + EventType.DEAL_WON.typeName()
                + "\",\"data\":"
                + body
                + "}")
        .statusCode(200)
        .body("repair.changed", equalTo(List.of("/id", "/source", "/type")));

    await().until(() -> "NOWHERE".equals(outcome("deal-fix-lost").getString("outcome")));
    assertThat(outcome("deal-fix-lost").getString("setAside[0].replayedAs.id"))
        .isEqualTo("deal-fix-lost");
  }

  @Test
  void keepsTheOutcomeOfAnEventThatWasSentUnderAnotherId() {
    world.won("deal-fix-old", sale(null, List.of(split("f", "0.5")), "5", NOVEMBER));
    String id = setAside("deal-fix-old");

    repair(id, "{\"id\":\"deal-fix-new\",\"data\":" + data("f", "1") + "}").statusCode(200);

    await().until(() -> "NOWHERE".equals(outcome("deal-fix-new").getString("outcome")));
    assertThat(outcome("deal-fix-old").getString("outcome")).isEqualTo("QUARANTINED");
  }

  @Test
  void sendsThoseAgainThatAreNamed() {
    world.won("deal-many-1", sale(null, List.of(split("m", "0.5")), "5", NOVEMBER));
    String id = setAside("deal-many-1");
    String nobody = "00000000-0000-0000-0000-000000000000";

    replay("{\"ids\":[\"" + id + "\",\"" + nobody + "\"]}")
        .statusCode(200)
        .body("results.outcome", equalTo(List.of("REPLAYED", "NOT_FOUND")))
        .body("results[1].problem.status", equalTo(404))
        .body("more", equalTo(false));

    await().until(() -> !setAside("deal-many-1").equals(id));
  }

  @Test
  void sendsAllAgainThatFitADescription() {
    for (String deal : List.of("deal-all-1", "deal-all-2")) {
      world
          .broker()
          .publish(
              EventType.DEAL_WON,
              deal,
              "/all",
              deal,
              sale(null, List.of(split("m", "0.5")), "5", NOVEMBER));
    }
    await().until(() -> list("source=/all").size() == 2);

    replay("{\"source\":\"/all\",\"reason\":\"IN_THE_FUTURE\"}").body("results.size()", equalTo(0));
    replay("{\"source\":\"/all\",\"reason\":\"DIRECT_SHARES_NOT_ONE\"}")
        .body("results.outcome", equalTo(List.of("REPLAYED", "REPLAYED")));

    await().until(() -> list("source=/all&replayed=true").size() == 2);
    await().until(() -> list("source=/all").size() == 2);
    assertThat(list("source=/all&reason=CONFLICT")).isEmpty();
    assertThat(list("source=/all&to=2017-01-01T00:00:00Z")).isEmpty();
    assertThat(list("source=/all&from=2017-01-01T00:00:00Z")).hasSize(2);
  }

  @Test
  void asksForEitherIdsOrADescription() {
    replay("{}").statusCode(400).body("violations[0].code", equalTo("required"));
    replay("{\"ids\":[\"00000000-0000-0000-0000-000000000000\"],\"source\":\"/crm\"}")
        .statusCode(400)
        .body("violations[0].code", equalTo("ids-or-filter"));
    replay("{\"ids\":[]}").statusCode(400);
  }

  private static String data(String participant, String share) {
    return "{\"occurredAt\":\"%s\",\"splits\":[{\"participantId\":\"%s\",\"share\":%s}],\"amount\":{\"amount\":\"5\",\"currency\":\"USD\"}}"
        .formatted(NOVEMBER, participant, share);
  }

  private static ValidatableResponse repair(String id, String body) {
    return salesOps()
        .contentType("application/json")
        .body(body)
        .post(QUARANTINE + "/" + id + "/repair")
        .then();
  }

  private static ValidatableResponse replay(String body) {
    return salesOps()
        .contentType("application/json")
        .body(body)
        .post(QUARANTINE + "/replay")
        .then();
  }

  private static List<String> list(String query) {
    return salesOps().get(QUARANTINE + "?limit=500&" + query).jsonPath().getList("items.eventId");
  }

  /** The id of the waiting record of this event, once there is one. */
  private static String setAside(String eventId) {
    await().until(() -> idOf(eventId) != null);
    return idOf(eventId);
  }

  private static String idOf(String eventId) {
    return salesOps()
        .get(QUARANTINE + "?limit=500")
        .jsonPath()
        .getString("items.find{it.eventId=='" + eventId + "'}?.id");
  }

  private static String byPayload(String text) {
    List<String> ids =
        salesOps()
            .get(QUARANTINE + "?limit=500&reason=MALFORMED_EVENT")
            .jsonPath()
            .getList("items.id");
    return ids.stream()
        .filter(id -> salesOps().get(QUARANTINE + "/" + id).asString().contains(text))
        .findFirst()
        .orElse(null);
  }
}
