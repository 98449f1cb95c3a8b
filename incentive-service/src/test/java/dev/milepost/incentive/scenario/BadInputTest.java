package dev.milepost.incentive.scenario;

import static dev.milepost.incentive.plan.PlanFixture.cash;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.milepost.contract.Owner;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import dev.milepost.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class BadInputTest {
  private static final String PLANS = "/v1/incentive-plans";
  private static final String PLAN =
      """
      {"name": "Plan", "currency": "USD", "terms": {
        "validity": {"from": "2017-10-01"},
        "targetIncentive": {"amount": "5000.00", "currency": "USD"},
        "components": [
          {"kind": "MILESTONE_REWARD", "id": "step", "metric": "m", "ownerType": "PARTICIPANT",
           "threshold": 0.5, "rewardType": "CASH", "amount": {"amount": "1.00", "currency": "USD"}},
          {"kind": "ATTAINMENT_PAY", "id": "pay", "metric": "m", "weight": 1,
           "settlement": "AT_CLOSE",
           "payCurve": {"pieces": [{"from": 0, "payoutAtFrom": 0, "slope": 1}]}}
        ]}}
      """;

  @Inject TestBroker broker;

  @Test
  void theBodyThatTheTableSpoilsIsGood() {
    Api.salesOps().body(PLAN).post(PLANS).then().statusCode(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"name": "Plan",           | {"name": "",                | blank         | /name
          {"name": "Plan",           | {                           | blank         | /name
          "currency": "USD", "terms" | "currency": "XYZ", "terms"  | iso-currency  | /currency
          "currency": "USD", "terms" | "currency": 7, "terms"      | wrong-type    | /currency
          "from": "2017-10-01"       | "from": "soon"              | wrong-format  | /terms/validity/from
          "from": "2017-10-01"       | "until": "2017-10-01"       | unknown-field | /terms/validity/until
          "amount": "5000.00"        | "amount": "-1"              | positive-money | /terms/targetIncentive
          "threshold": 0.5           | "threshold": 0              | not-positive  | /terms/components/0/threshold
          "id": "step"               | "id": "Not A Slug"          | pattern       | /terms/components/0/id
          "rewardType": "CASH"       | "rewardType": "GOLD"        | unknown-value | /terms/components/0/rewardType
          "weight": 1                | "weight": 1.5               | too-large     | /terms/components/1/weight
          [{"from": 0, "payoutAtFrom": 0, "slope": 1}] | []        | empty         | /terms/components/1/payCurve/pieces
          """)
  void aSpoiltPlanIsRefusedWithItsFault(String good, String bad, String code, String pointer) {
    assertThat(PLAN).contains(good);

    Api.salesOps()
        .body(PLAN.replace(good, bad))
        .post(PLANS)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.code", hasItem(code))
        .body("violations.pointer", hasItem(pointer));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400",
    "'[]', 400",
    "'{', 400",
    "'null', 400",
    "'{\"name\": \"a\", \"name\": \"b\"}', 400"
  })
  void aMalformedBodyIsRefused(String body, int status) {
    Api.salesOps()
        .body(body)
        .post(PLANS)
        .then()
        .statusCode(status)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/rewards?limit=501, 400",
    "/v1/rewards?limit=0, 400",
    "/v1/rewards?limit=many, 400",
    "/v1/rewards?cursor=made-up, 400",
    "/v1/rewards?kind=GIFT, 400",
    "/v1/rewards?inForce=perhaps, 400",
    "/v1/ledger?kind=GIFT, 400",
    "/v1/ledger?reward=7, 400",
    "/v1/ledger?recipientType=ROBOT, 400",
    "/v1/statements?participant=anna, 400",
    "/v1/statements?period=2017-Q4, 400",
    "/v1/statements?participant=nobody&period=2017-Q4, 404",
    "/v1/rewards/7, 404",
    "/v1/rewards/00000000-0000-0000-0000-000000000000, 404",
    "/v1/rewards/00000000-0000-0000-0000-000000000000/explanation, 404",
    "/v1/incentive-plans/00000000-0000-0000-0000-000000000000, 404",
    "/v1/incentive-plans/00000000-0000-0000-0000-000000000000/verification, 404",
    "/v1/nothing, 404"
  })
  void aBadAddressIsRefused(String path, int status) {
    Api.finance()
        .get(path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", is(status));
  }

  @Test
  void anUpdateNamesTheVersionItWasMadeFor() {
    Story story = new Story(broker, Owner.participant("anna"));
    String activate = PLANS + "/" + story.draftedPlan(cash("step", "0.5", "1.00")) + "/activate";

    Api.finance().post(activate).then().statusCode(428);
    Api.finance().header("If-Match", "1").post(activate).then().statusCode(400);
    Api.finance().header("If-Match", "\"9\"").post(activate).then().statusCode(412);
  }

  @Test
  void anIdempotencyKeyIsForOneRequest() {
    String key = UUID.randomUUID().toString();
    Api.salesOps().header("Idempotency-Key", key).body(PLAN).post(PLANS).then().statusCode(201);

    Api.salesOps()
        .header("Idempotency-Key", key)
        .body(PLAN.replace("Plan", "Other"))
        .post(PLANS)
        .then()
        .statusCode(409)
        .body("type", is("urn:milepost:problem:idempotency-conflict"));
  }

  @Test
  void nothingIsOpen() {
    given().get("/v1/rewards").then().statusCode(401).contentType("application/problem+json");
    given()
        .auth()
        .oauth2(TestTokens.expired("fiona", null, Roles.FINANCE))
        .get("/v1/rewards")
        .then()
        .statusCode(401);
  }
}
