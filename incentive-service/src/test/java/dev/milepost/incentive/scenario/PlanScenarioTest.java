package dev.milepost.incentive.scenario;

import static dev.milepost.incentive.plan.PlanFixture.cash;
import static dev.milepost.incentive.plan.PlanFixture.dinner;
import static dev.milepost.incentive.plan.PlanFixture.pay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.milepost.contract.Owner;
import dev.milepost.incentive.plan.Component.Settlement;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class PlanScenarioTest {
  private static final String PLANS = "/v1/incentive-plans";
  @Inject TestBroker broker;
  private Story story;

  @BeforeEach
  void begin() {
    story = new Story(broker, Owner.participant("darcel-schlecht"));
  }

  @Test
  void aDraftIsReadBackAsItWasWritten() {
    String id = story.draftedPlan(cash("half-way", "0.5", "250.00"));

    Api.salesOps()
        .get(PLANS + "/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("versions[0].state", is("DRAFT"))
        .body("versions[0].authors.principal", contains("olga"))
        .body("versions[0].terms.validity.from", is("2017-10-01"))
        .body("versions[0].terms.components[0].kind", is("MILESTONE_REWARD"))
        .body("versions[0].terms.components[0].threshold", equalTo(0.5f))
        .body("versions[0].terms.components[0].amount.amount", is("250.00"));
  }

  @Test
  void aSecondPersonActivatesIt() {
    String id = story.activePlan(cash("half-way", "0.5", "250.00"));

    Api.finance()
        .get(PLANS + "/" + id)
        .then()
        .body("versions[0].state", is("ACTIVE"))
        .body("versions[0].approvedBy.principal", is("fiona"))
        .header("ETag", "\"2\"");
  }

  @Test
  void nobodyActivatesWhatTheyWrote() {
    String id = story.draftedPlan(cash("half-way", "0.5", "250.00"));

    Api.as("olga", null, Roles.SALES_OPS, Roles.FINANCE)
        .header("If-Match", "\"1\"")
        .post(PLANS + "/" + id + "/activate")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("type", is("urn:milepost:problem:plan-own-draft"));
  }

  @Test
  void nobodyActivatesWhatTheyWroteUnderAnotherLogin() {
    Map<String, Object> plan =
        Map.of("name", "Own", "currency", "USD", "terms", story.terms(cash("step", "0.5", "1.00")));
    String id =
        Api.as("bob-ops", "bob", Roles.SALES_OPS)
            .body(Api.json(plan))
            .post(PLANS)
            .then()
            .statusCode(201)
            .body("versions[0].authors.participantId", contains("bob"))
            .extract()
            .path("id");

    Api.as("bob-fin", "bob", Roles.FINANCE)
        .header("If-Match", "\"1\"")
        .post(PLANS + "/" + id + "/activate")
        .then()
        .statusCode(403)
        .body("type", is("urn:milepost:problem:plan-own-draft"));
    Story.activate(id, 1);
  }

  @Test
  void aComponentThatChangesWhatItGrantsIsAFault() {
    String id = story.activePlan(dinner("1"));
    Api.salesOps()
        .body(Api.json(story.terms(cash("dinner", "1", "500.00"))))
        .post(PLANS + "/" + id + "/versions")
        .then()
        .statusCode(201);

    Api.finance()
        .get(PLANS + "/" + id + "/verification")
        .then()
        .statusCode(200)
        .body("passed", is(false))
        .body("findings.code", contains("component-changes-kind"))
        .body(
            "findings[0].message",
            is(
                "Component dinner granted TEAM_ACTIVITY in an earlier version and grants CASH in"
                    + " this one. Give it another id."));
  }

  @Test
  void aFaultyDraftIsNotActivatedAndSaysWhy() {
    String id = story.draftedPlan(pay("0.7", Settlement.EACH_EVENT));

    Api.finance()
        .header("If-Match", "\"1\"")
        .header("Accept-Language", "zh-CN")
        .post(PLANS + "/" + id + "/activate")
        .then()
        .statusCode(422)
        .body("type", is("urn:milepost:problem:plan-faulty"))
        .body("title", is("该激励方案存在错误"))
        .body("violations.code", contains("weights-not-one"));
  }

  @Test
  void theVerificationListsFaultsAndCliffs() {
    String id = story.draftedPlan(pay("0.7", Settlement.EACH_EVENT));

    Api.finance()
        .get(PLANS + "/" + id + "/verification")
        .then()
        .statusCode(200)
        .body("passed", is(false))
        .body("findings.code", contains("weights-not-one", "uncapped", "cliff"))
        .body("findings.severity", contains("FAULT", "REMARK", "REMARK"))
        .body(
            "findings[2].message",
            is("Component attainment: at attainment 0.5 pay jumps from 0 to 0.5."));
  }

  @Test
  void aDraftIsRewrittenByWhoHasSeenIt() {
    String id = story.draftedPlan(pay("0.7", Settlement.EACH_EVENT));
    String terms = Api.json(story.terms(pay("1", Settlement.EACH_EVENT)));

    Api.salesOps()
        .header("If-Match", "\"1\"")
        .body(terms)
        .put(PLANS + "/" + id + "/draft")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");

    Api.salesOps()
        .header("If-Match", "\"1\"")
        .body(terms)
        .put(PLANS + "/" + id + "/draft")
        .then()
        .statusCode(412);
  }

  @Test
  void draftingTwiceWithOneKeyDraftsOnce() {
    Map<String, Object> plan =
        Map.of(
            "name", "Once", "currency", "USD", "terms", story.terms(cash("step", "0.5", "1.00")));
    String first = draftWithKey(plan);

    assertThat(draftWithKey(plan)).isEqualTo(first);
  }

  @Test
  void plansAreListedInPages() {
    story.draftedPlan(cash("half-way", "0.5", "250.00"));
    String last = story.draftedPlan(cash("half-way", "0.5", "250.00"));

    Api.salesOps().get(PLANS + "?limit=500").then().statusCode(200).body("items.id", hasItem(last));
    assertThat(Api.body(Api.salesOps().get(PLANS + "?limit=1")).getString("next")).isNotNull();
  }

  private String draftWithKey(Map<String, Object> plan) {
    return Api.salesOps()
        .header("Idempotency-Key", story.metric)
        .body(Api.json(plan))
        .post(PLANS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
