package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.World.always;
import static dev.milepost.tracking.scenario.World.as;
import static dev.milepost.tracking.scenario.World.salesOps;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.Dated;
import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.SalesEvent.Split;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Teams that people move between, roles, and crediting rules, as the tests tell of them. */
public final class CreditingWorld {
  private final World world;

  CreditingWorld(World world) {
    this.world = world;
  }

  /** A team below a parent with these members. */
  void team(String id, long version, String parent, Dated... members) {
    world.team(id, version, List.of(always(parent)), List.of(members));
  }

  /** Waits until it is known that the participant is below the team, by who sees its goal. */
  static void awaitMember(String participant, String team) {
    await()
        .until(
            () -> as(participant, Roles.REP).get("/v1/progress/goal-" + team).statusCode() == 200);
  }

  static Dated until(String value, String to) {
    return new Dated(value, null, Instant.parse(to));
  }

  static Dated since(String value, String from) {
    return new Dated(value, Instant.parse(from), null);
  }

  void role(String participant, long version, Dated... roles) {
    world
        .broker()
        .publish(
            EventType.PARTICIPANT_CHANGED,
            participant,
            "/milepost/goals",
            participant + ":" + version,
            new ParticipantChanged(participant, version, participant, List.of(roles), true));
  }

  void goals(Owner... owners) {
    Stream.of(owners)
        .forEach(owner -> world.goal(World.revenueGoal("goal-" + owner.id(), owner, "10000")));
  }

  /** A goal that counts what the owner gets beside others' sales. */
  void overlayGoal(String owner) {
    ObjectMapper mapper = ContractJson.mapper();
    ObjectNode goal =
        mapper.valueToTree(World.revenueGoal("goal-" + owner, Owner.participant(owner), "10000"));
    goal.putArray("creditTypes").add("OVERLAY");
    world.goal(mapper.convertValue(goal, GoalSnapshot.class));
  }

  /** A sale of a product. */
  public static SalesEvent sale(
      String participant, List<Split> splits, String product, String amount, String occurredAt) {
    return new SalesEvent(
        Instant.parse(occurredAt),
        participant,
        splits,
        new Money(new BigDecimal(amount), "USD"),
        null,
        null,
        product,
        null,
        null,
        null,
        null,
        Map.of(),
        null,
        null,
        null,
        null);
  }

  /** Sends that many sales of 1 each. */
  static void send(String seller, String product, int sales) {
    String batch =
        IntStream.range(0, sales)
            .mapToObj(
                no ->
                    """
                    {"specversion": "1.0", "id": "%s-%s-%s", "source": "/crm",
                     "type": "dev.milepost.sales.deal.won",
                     "data": {"occurredAt": "2017-11-05T10:00:00Z", "participantId": "%s",
                              "product": "%s", "amount": {"amount": "1", "currency": "USD"}}}
                    """
                        .formatted(product, sales, no, seller, product))
            .collect(Collectors.joining(",", "[", "]"));
    World.integration()
        .contentType("application/cloudevents-batch+json")
        .body(batch)
        .post("/v1/sales-events")
        .then()
        .statusCode(200);
  }

  public static String overlay(
      String key, String product, String share, String targetType, String target) {
    return """
    {"key": "%s", "name": "%s", "condition": "event.product == '%s'",
     "creditType": "OVERLAY", "share": %s, "target": {"type": "%s", "id": "%s"},
     "from": "2017-10-01T00:00:00Z"}
    """
        .formatted(key, key, product, share, targetType, target);
  }

  static String direct(String key, String product, String target) {
    return """
    {"key": "%s", "name": "%s", "condition": "event.product == '%s'",
     "creditType": "DIRECT", "target": {"type": "PARTICIPANT", "id": "%s"},
     "from": "2017-10-01T00:00:00Z"}
    """
        .formatted(key, key, product, target);
  }

  /** Proposes a rule as one user and activates it as another. */
  static void inForce(String key, String rule) {
    propose(rule).then().statusCode(201);
    activate(finance(), key).then().statusCode(200);
  }

  public static Response propose(String rule) {
    return json(salesOps()).body(rule).post("/v1/credits/rules");
  }

  public static Response activate(RequestSpecification caller, String key) {
    return caller.header("If-Match", tag(key)).post("/v1/credits/rules/" + key + "/activate");
  }

  static void end(String key, String to) {
    json(salesOps())
        .header("If-Match", tag(key))
        .body("{\"to\": \"" + to + "\"}")
        .post("/v1/credits/rules/" + key + "/end")
        .then()
        .statusCode(200);
  }

  static String tag(String key) {
    Response rule = salesOps().get("/v1/credits/rules/" + key);
    assertThat(rule.statusCode()).isEqualTo(200);
    return rule.header("ETag");
  }

  public static RequestSpecification finance() {
    return given().auth().oauth2(TestTokens.as("fred", null, Roles.FINANCE));
  }

  static RequestSpecification json(RequestSpecification caller) {
    return caller.contentType(ContentType.JSON);
  }
}
