package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.SoldEvents.sale;
import static dev.milepost.tracking.scenario.SoldEvents.split;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.outcome;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static dev.milepost.tracking.scenario.World.salesOps;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was set aside can be put right and sent again, one or many. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class RepairTest {
  private static final String NOVEMBER = "2017-11-05T10:00:00Z";
  private static final String QUARANTINE = "/v1/sales-events/quarantine";
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

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
    JsonPath kept = kept(id);
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

    replay("{\"ids\":[\"" + id + "\",\"" + NOBODY + "\"]}")
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
    replay("{\"ids\":[\"" + NOBODY + "\"],\"source\":\"/crm\"}")
        .statusCode(400)
        .body("violations[0].code", equalTo("ids-or-filter"));
    replay("{\"ids\":[]}").statusCode(400);
  }

  @Test
  void countsManyThatWerePutRightAtOnce() {
    world.goal(revenueGoal("goal-lot", Owner.participant("lot"), "1000"));
    await().until(() -> "0".equals(actual("goal-lot")));
    List<String> deals = List.of("deal-lot-1", "deal-lot-2", "deal-lot-3");
    deals.forEach(deal -> world.won(deal, inUnknownCurrency("lot")));
    List<String> ids = deals.stream().map(RepairTest::setAside).toList();
    String[] items = ids.stream().map(id -> item(id, data("lot", "1"))).toArray(String[]::new);

    repairMany(items)
        .statusCode(200)
        .body("results.id", equalTo(ids))
        .body("results.outcome", equalTo(List.of("REPLAYED", "REPLAYED", "REPLAYED")))
        .body("results.problem", equalTo(Arrays.asList(null, null, null)))
        .body("more", equalTo(false));

    await().until(() -> "15".equals(actual("goal-lot")));
    assertThat(deals).allMatch(deal -> outcome(deal).getString("outcome").equals("COUNTED"));
    JsonPath kept = kept(ids.getLast());
    assertThat(kept.getString("payload")).contains("USX");
    assertThat(kept.getString("replayedBy")).isEqualTo("olga");
    assertThat(kept.getList("repair.changed"))
        .containsExactly("/data/amount/currency", "/data/participantId", "/data/splits");
    repairMany(items)
        .body("results.outcome", equalTo(List.of("NOT_FOUND", "NOT_FOUND", "NOT_FOUND")))
        .body("results[0].problem.status", equalTo(404));
  }

  @Test
  void holdsUpNoOthersForOneThatIsRefused() {
    List<String> deals = List.of("deal-mix-1", "deal-mix-2", "deal-mix-3", "deal-mix-4");
    deals.forEach(deal -> world.won(deal, inUnknownCurrency("mix")));
    List<String> ids = deals.stream().map(RepairTest::setAside).toList();
    String strange = data("mix", "1").replaceFirst("\\{", "{\"a\\\\u0000b\":1,");

    repairMany(
            item(ids.get(0), data("mix", "0.7")),
            item(ids.get(1), strange),
            item(NOBODY, data("mix", "1")),
            "{\"id\":\"" + ids.get(2) + "\",\"repair\":{}}",
            item(ids.get(3), data("mix", "1")))
        .statusCode(200)
        .body(
            "results.outcome",
            equalTo(List.of("REFUSED", "REPLAYED", "NOT_FOUND", "REFUSED", "REPLAYED")))
        .body("results[0].problem.violations[0].code", equalTo("direct-shares-not-one"))
        .body("results[0].problem.violations[0].pointer", equalTo("/data/splits"))
        .body("results[3].problem.violations[0].code", equalTo("required"))
        .body("results[3].problem.violations[0].pointer", equalTo("/data"));

    await().until(() -> "NOWHERE".equals(outcome("deal-mix-2").getString("outcome")));
    await().until(() -> "NOWHERE".equals(outcome("deal-mix-4").getString("outcome")));
    assertWaits(ids.get(0));
    assertWaits(ids.get(2));
  }

  @Test
  void refusesAnEventThatTheBatchNamesTwice() {
    world.won("deal-named-twice-1", inUnknownCurrency("named-twice"));
    world.won("deal-named-twice-2", inUnknownCurrency("named-twice"));
    String sent = setAside("deal-named-twice-1");
    String refused = setAside("deal-named-twice-2");

    repairMany(
            item(sent, data("named-twice", "1")),
            item(refused, data("named-twice", "0.7")),
            item(sent, data("other", "1")),
            item(refused, data("other", "1")))
        .statusCode(200)
        .body("results.outcome", equalTo(List.of("REPLAYED", "REFUSED", "REFUSED", "REFUSED")))
        .body("results[1].problem.violations[0].code", equalTo("direct-shares-not-one"))
        .body("results[2].problem.violations[0].code", equalTo("repeated-item"))
        .body("results[3].problem.violations[0].code", equalTo("repeated-item"));

    assertThat(kept(sent).getString("repair.payload")).contains("named-twice");
    assertWaits(refused);
  }

  @Test
  void putsAtMostFiveHundredRightAtOnce() {
    world.won("deal-most", inUnknownCurrency("most"));
    String id = setAside("deal-most");
    String[] items = new String[501];
    Arrays.fill(items, item(NOBODY, "{}"));
    items[0] = item(id, data("most", "1"));

    repairMany(items)
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/items"))
        .body("violations[0].code", equalTo("size"));
    repairMany().statusCode(400).body("violations[0].pointer", equalTo("/items"));
    assertWaits(id);

    repairMany(Arrays.copyOf(items, 500))
        .statusCode(200)
        .body("results.size()", equalTo(500))
        .body("results[0].outcome", equalTo("REPLAYED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {Roles.REP, Roles.MANAGER, Roles.FINANCE, Roles.INTEGRATION})
  void letsNobodyButSalesOpsPutThemRight(String role) {
    String deal = "deal-role-" + role;
    world.won(deal, inUnknownCurrency("role"));
    String id = setAside(deal);
    String body = batch(item(id, data("role", "1")));

    post(World.as("role", role), "/repair", body).statusCode(403);
    post(given(), "/repair", body).statusCode(401);

    assertWaits(id);
  }

  private static String item(String id, String data) {
    return "{\"id\":\"%s\",\"repair\":{\"data\":%s}}".formatted(id, data);
  }

  private static String batch(String... items) {
    return "{\"items\":[" + String.join(",", items) + "]}";
  }

  private static SalesEvent inUnknownCurrency(String participant) {
    Money amount = new Money(new BigDecimal("5"), "USX");
    return SalesEvent.sold(Instant.parse(NOVEMBER), participant, List.of(), amount);
  }

  private static void assertWaits(String id) {
    JsonPath event = kept(id);
    assertThat(event.getString("reason")).isEqualTo("UNKNOWN_CURRENCY");
    assertThat(event.getString("replayedAt")).isNull();
    assertThat(event.getString("repair")).isNull();
  }

  private static JsonPath kept(String id) {
    return salesOps().get(QUARANTINE + "/" + id).jsonPath();
  }

  private static String data(String participant, String share) {
    return "{\"occurredAt\":\"%s\",\"splits\":[{\"participantId\":\"%s\",\"share\":%s}],\"amount\":{\"amount\":\"5\",\"currency\":\"USD\"}}"
        .formatted(NOVEMBER, participant, share);
  }

  private static ValidatableResponse repair(String id, String body) {
    return post(salesOps(), "/" + id + "/repair", body);
  }

  private static ValidatableResponse repairMany(String... items) {
    return post(salesOps(), "/repair", batch(items));
  }

  private static ValidatableResponse replay(String body) {
    return post(salesOps(), "/replay", body);
  }

  private static ValidatableResponse post(RequestSpecification caller, String path, String body) {
    return caller.contentType("application/json").body(body).post(QUARANTINE + path).then();
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
