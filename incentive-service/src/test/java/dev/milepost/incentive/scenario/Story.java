package dev.milepost.incentive.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.ContractJson;
import dev.milepost.contract.CreditType;
import dev.milepost.contract.Event;
import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Reward;
import dev.milepost.contract.SaleCredit;
import dev.milepost.contract.SaleRef;
import dev.milepost.incentive.goal.GoalFixture;
import dev.milepost.incentive.plan.Component;
import dev.milepost.incentive.plan.PlanFixture;
import dev.milepost.incentive.plan.PlanTerms;
import dev.milepost.testing.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** One test's own metric, goal and plan, so that tests do not meddle with each other. */
final class Story {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  final String metric;
  final String goalId = "goal-" + UUID.randomUUID();
  final Owner owner;
  private final TestBroker broker;

  Story(TestBroker broker, Owner owner) {
    this(broker, owner, "metric-" + UUID.randomUUID());
  }

  private Story(TestBroker broker, Owner owner, String metric) {
    this.broker = broker;
    this.owner = owner;
    this.metric = metric;
  }

  /** Another goal of the same owner on the same metric. */
  Story anotherGoal() {
    return new Story(broker, owner, metric);
  }

  /** Tells the goal; target 100000 USD in 2017-Q4. */
  Story goal(long version, State state) {
    EventType type = version == 1 ? EventType.GOAL_PUBLISHED : EventType.GOAL_REVISED;
    return tell(
        type, goalId + ":" + version, GoalFixture.goal(goalId, owner, version, state, metric));
  }

  Story progress(long version, String actual) {
    return tell(
        EventType.PROGRESS_RECORDED,
        goalId + ":p" + version,
        GoalFixture.progress(goalId, version, actual, false));
  }

  Story result(long version, String actual) {
    return tell(
        EventType.PROGRESS_RECORDED,
        goalId + ":p" + version,
        GoalFixture.progress(goalId, version, actual, true));
  }

  Story reached(String threshold, int cycle) {
    return tell(
        EventType.MILESTONE_REACHED,
        GoalFixture.milestoneId(goalId, threshold, cycle),
        GoalFixture.reached(goalId, owner, threshold, cycle));
  }

  Story reverted(String threshold, int cycle) {
    return tell(
        EventType.MILESTONE_REVERTED,
        GoalFixture.milestoneId(goalId, threshold, cycle) + ":end",
        GoalFixture.reverted(goalId, owner, threshold, cycle));
  }

  /** A sale credited to one seller that changes this goal by its amount. */
  Story credited(String saleId, long sequence, String seller, String amount) {
    return credit(saleId, 0, sequence, seller, amount, BigDecimal.ONE);
  }

  /** What voids such a credit: no event takes it back, the sale was credited anew. */
  Story voided(String saleId, long sequence, String seller, String amount) {
    return credit(saleId, 1, sequence, seller, amount, BigDecimal.ONE.negate());
  }

  private Story credit(
      String saleId, int revision, long sequence, String seller, String amount, BigDecimal share) {
    BigDecimal delta = new BigDecimal(amount).multiply(share);
    return tell(
        revision == 0 ? EventType.SALE_CREDITED : EventType.CREDIT_REVERSED,
        goalId + "#" + saleId + ":" + revision,
        new SaleCredit(
            goalId + "#" + saleId,
            revision,
            new SaleRef("/crm", saleId),
            EventType.DEAL_WON.typeName(),
            GoalFixture.NOVEMBER,
            GoalFixture.NOVEMBER.plusSeconds(1),
            seller,
            CreditType.DIRECT,
            share,
            PlanFixture.usd(amount),
            List.of(),
            List.of(new SaleCredit.Contribution(goalId, 1, sequence, delta)),
            null));
  }

  Story tell(EventType type, String id, Event data) {
    broker.publish(type, goalId, "/milepost/test", id, data);
    return this;
  }

  /** Drafts a plan on this story's metric as sales operations; answers its id. */
  String draftedPlan(Component... components) {
    return draftedPlan(terms(components));
  }

  static String draftedPlan(PlanTerms terms) {
    Map<String, Object> plan = Map.of("name", "Story", "currency", "USD", "terms", terms);
    return Api.salesOps()
        .body(Api.json(plan))
        .post("/v1/incentive-plans")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Drafts a plan and has finance activate it; answers its id. */
  String activePlan(Component... components) {
    String planId = draftedPlan(components);
    activate(planId, 1);
    return planId;
  }

  /** Drafts the second version of a plan and has finance activate it. */
  static void activeSecondVersion(String planId, PlanTerms terms) {
    Api.salesOps()
        .body(Api.json(terms))
        .post("/v1/incentive-plans/" + planId + "/versions")
        .then()
        .statusCode(201);
    activate(planId, 3);
  }

  PlanTerms terms(Component... components) {
    return PlanFixture.onMetric(metric, components);
  }

  static void activate(String planId, long version) {
    Api.finance()
        .header("If-Match", "\"" + version + "\"")
        .post("/v1/incentive-plans/" + planId + "/activate")
        .then()
        .statusCode(200);
  }

  /** The goal's rewards as finance sees them. */
  List<Map<String, Object>> rewards() {
    return Api.items("/v1/rewards?goal=" + goalId);
  }

  /** The goal's ledger lines as finance sees them, in the order of booking. */
  List<Map<String, Object>> lines() {
    return Api.items("/v1/ledger?goal=" + goalId);
  }

  /** "KIND amount" of every ledger line. */
  List<String> booked() {
    return lines().stream().map(line -> line.get("kind") + " " + amount(line)).toList();
  }

  void awaitBooked(String... expected) {
    eventually(() -> assertThat(booked()).containsExactlyInAnyOrder(expected));
  }

  /** What the rewards topic says of this goal, in its order. */
  List<String> published() {
    return broker.records("milepost.rewards.v1").stream()
        .filter(record -> reward(record.value()).goalId().equals(goalId))
        .map(
            record ->
                TestBroker.header(record, "ce_type").orElseThrow().replaceAll(".*\\.", "")
                    + " "
                    + reward(record.value()).version())
        .toList();
  }

  static void eventually(ThrowingRunnable assertion) {
    Awaitility.await().atMost(PATIENCE).untilAsserted(assertion);
  }

  private static Reward reward(byte[] json) {
    try {
      return ContractJson.mapper().readValue(json, Reward.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Object amount(Map<String, Object> line) {
    Map<String, Object> amount = (Map<String, Object>) line.get("amount");
    return amount == null ? "-" : amount.get("amount");
  }
}
