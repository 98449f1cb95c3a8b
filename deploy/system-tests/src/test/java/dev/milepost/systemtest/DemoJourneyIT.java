package dev.milepost.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Topic;
import dev.milepost.embedded.TokenSource.Identity;
import dev.milepost.local.Part;
import dev.milepost.local.Persona;
import dev.milepost.local.Suite;
import dev.milepost.local.demo.CrmData;
import dev.milepost.local.demo.CrmEvent;
import dev.milepost.local.demo.EventPublisher;
import dev.milepost.local.demo.Organisation;
import dev.milepost.local.demo.Quarter;
import dev.milepost.local.demo.ServiceClient;
import dev.milepost.local.demo.WonRevenue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The demo from nothing to its table, with tracking in two processes and processes of tracking and
 * incentive killed while the quarter is replayed; then the finished suite as other systems meet it.
 * What comes out of the replay is compared with the files, so a crash may cost time and nothing
 * else.
 */
class DemoJourneyIT {
  private static final Duration TO_START = Duration.ofMinutes(6);
  private static final Duration TO_REPLAY = Duration.ofMinutes(4);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Identity OPS = Persona.SALES_OPS.identity();
  private static final Identity FINANCE = Persona.FINANCE.identity();

  private static final String PROGRESS = "/v1/progress?period=2017-Q4&metric=won-revenue";
  private static final String REACHED =
      "/v1/milestones?reached=true&period=2017-Q4&metric=won-revenue";
  private static final String REWARDS = "/v1/rewards?inForce=true&period=2017-Q4";
  private static final String LEDGER = "/v1/ledger?period=2017-Q4";
  private static final String CLOUD_EVENT = "application/cloudevents+json";

  private static final CrmData DATA = CrmData.load();
  private static final Organisation ORGANISATION = Organisation.of(DATA.agents());

  private static RunningSuite running;
  private static Suite suite;
  private static ServiceClient tracking;
  private static ServiceClient incentive;
  private static PlainKafka kafka;

  @BeforeAll
  static void runTheDemoAndKillServicesMeanwhile() throws Exception {
    running = RunningSuite.start("suite", Map.of("TWICE", "tracking"));
    suite = running.addresses();
    tracking = new ServiceClient(suite.tracking(), suite.tokens());
    incentive = new ServiceClient(suite.incentive(), suite.tokens());
    running.awaitOutput("Deals of 2017-Q4", TO_START);
    kafka = new PlainKafka(suite.bootstrapServers());
    running.kill(Part.TRACKING);
    running.kill(Part.INCENTIVE);
    await("a milestone").atMost(TO_REPLAY).until(() -> !tracking.list(OPS, REACHED).isEmpty());
    running.kill(Part.TRACKING);
    await("a reward").atMost(TO_REPLAY).until(() -> !incentive.list(FINANCE, REWARDS).isEmpty());
    running.kill(Part.INCENTIVE);
    running.awaitOutput("Ctrl-C stops everything", TO_REPLAY);
  }

  @AfterAll
  static void stop() throws Exception {
    kafka.close();
    running.close();
  }

  @Test
  void everyOwnersActualIsTheSumOfTheFiles() {
    WonRevenue expected = WonRevenue.of(DATA, ORGANISATION, Quarter.Q4_2017);

    Map<Owner, BigDecimal> actual =
        tracking.list(OPS, PROGRESS).stream()
            .collect(Collectors.toMap(DemoJourneyIT::owner, goal -> decimal(goal, "actual")));

    assertThat(actual).hasSize(45).containsOnlyKeys(expected.byOwner().keySet());
    assertThat(actual)
        .allSatisfy((owner, sum) -> assertThat(sum).isEqualByComparingTo(expected.of(owner)));
    assertThat(actual.get(Owner.team("company"))).isEqualByComparingTo("2802496");
    assertThat(actual.get(Owner.participant("darcel-schlecht"))).isEqualByComparingTo("357666");
  }

  @Test
  void theLastRecordOfEachGoalOnTheCompactedTopicIsItsProgress() throws Exception {
    Map<String, String> last = kafka.lastOfEachKey(Topic.PROGRESS);

    assertThat(last).hasSizeGreaterThanOrEqualTo(40);

    for (JsonNode goal : tracking.list(OPS, PROGRESS)) {
      String record = last.get(goal.path("goalId").asText());
      if (decimal(goal, "actual").signum() != 0) {
        JsonNode recorded = ContractJson.mapper().readTree(record);
        assertThat(decimal(recorded, "actual")).isEqualByComparingTo(decimal(goal, "actual"));
      }
    }
  }

  @Test
  void everyRewardStandsOncePerComponentMilestoneAndBeneficiary() {
    List<JsonNode> rewards = ofTheDemo(REWARDS);
    Set<String> milestones =
        tracking.list(OPS, REACHED).stream()
            .map(milestone -> milestone.path("milestoneId").asText())
            .collect(Collectors.toSet());

    assertThat(rewards)
        .extracting(
            reward -> reward.path("componentId").asText(),
            reward -> reward.path("goalId").asText(),
            reward -> reward.path("milestoneId").asText(),
            reward -> reward.path("recipient").toString())
        .hasSize(101)
        .doesNotHaveDuplicates();
    assertThat(rewards)
        .filteredOn(reward -> reward.has("milestoneId"))
        .extracting(reward -> reward.path("milestoneId").asText())
        .hasSize(72)
        .isSubsetOf(milestones);
  }

  @Test
  void theOutputEndsWithTheTableAndTellsWhatWasKilled() throws Exception {
    assertThat(running.output())
        .contains("1,480 deals name the product GTXPro")
        .contains("Checked: all 45 actuals equal the sums of the files")
        .contains("Checked: everybody has exactly the rewards that the plan promises")
        .containsPattern("tracking(-2)? ended .*started again")
        .containsPattern("incentive ended .*started again");
  }

  @Test
  void sendingTheQuarterAgainChangesNothing() throws Exception {
    Map<String, String> progress = progressOfTheDemo();
    List<JsonNode> rewards = ofTheDemo(REWARDS);
    List<JsonNode> ledger = ofTheDemo(LEDGER);
    List<CrmEvent> quarter =
        CrmEvent.of(DATA).stream()
            .filter(event -> !event.occurredAt().isBefore(Quarter.Q4_2017.startsAt()))
            .toList();

    new EventPublisher(suite.bootstrapServers()).publish(quarter, sent -> {});
    kafka.awaitTaken("tracking", Topic.SALES_EVENTS);
    Sprint sprint = Sprint.start(suite, "after-the-repetition");
    kafka.send(Topic.SALES_EVENTS, Sprint.SELLER, CLOUD_EVENT, sprint.order("r1", 5000), Map.of());
    awaitReward(sprint);

    assertThat(progressOfTheDemo()).isEqualTo(progress);
    assertThat(ofTheDemo(REWARDS)).isEqualTo(rewards);
    assertThat(ofTheDemo(LEDGER)).isEqualTo(ledger);
  }

  @Test
  void anEventOfAPlainKafkaClientCountsAndTheSameOverHttpIsADuplicate() throws Exception {
    Sprint sprint = Sprint.start(suite, "support");
    String order = sprint.order("s1", 4000);

    kafka.send(Topic.SALES_EVENTS, Sprint.SELLER, CLOUD_EVENT, order, Map.of());
    awaitActual(sprint, "4000");
    JsonNode again = sendOverHttp(order);
    JsonNode next = sendOverHttp(sprint.order("s2", 2500));

    assertThat(again.path("outcome").asText()).isEqualTo("DUPLICATE");
    assertThat(next.path("outcome").asText()).isEqualTo("ACCEPTED");
    awaitActual(sprint, "6500");
  }

  @Test
  void aTraceGoesFromTheSaleToItsReward() throws Exception {
    Sprint sprint = Sprint.start(suite, "traced");
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    kafka.send(Topic.SALES_EVENTS, Sprint.SELLER, CLOUD_EVENT, sprint.order("t1", 6000), Map.of());
    awaitReward(sprint);

    kafka.send(
        Topic.SALES_EVENTS,
        Sprint.SELLER,
        CLOUD_EVENT,
        sprint.order("t2", 4000),
        Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

    ConsumerRecord<String, String> granted =
        kafka.find(
            Topic.REWARDS.topicName(),
            record ->
                record.value().contains(sprint.goal())
                    && record.value().contains(Sprint.COMPONENT + "100"));
    assertThat(PlainKafka.header(granted, "ce_type")).endsWith("RewardGranted");
    assertThat(PlainKafka.header(granted, "traceparent")).startsWith("00-" + trace + "-");
  }

  @Test
  void aMalformedRecordGoesAsideWithItsReasonAndTheNextCounts() throws Exception {
    Sprint sprint = Sprint.start(suite, "after-nonsense");

    kafka.send(Topic.SALES_EVENTS, Sprint.SELLER, CLOUD_EVENT, "{ nonsense", Map.of());
    kafka.send(Topic.SALES_EVENTS, Sprint.SELLER, CLOUD_EVENT, sprint.order("n1", 1), Map.of());

    awaitActual(sprint, "1");
    ConsumerRecord<String, String> aside =
        kafka.find(
            Topic.SALES_EVENTS.deadLetterName(), record -> record.value().equals("{ nonsense"));
    assertThat(PlainKafka.header(aside, "milepost_reason")).isNotBlank();
  }

  @Test
  void aRewardIsExplainedDownToItsSalesWhileTrackingDoesNothing() throws Exception {
    JsonNode reward =
        ofTheDemo(REWARDS).stream()
            .filter(r -> r.path("componentId").asText().equals("agent-at-100"))
            .findFirst()
            .orElseThrow();

    running.freeze(Part.TRACKING);
    JsonNode explanation;
    try {
      String path = "/v1/rewards/" + reward.path("rewardId").asText() + "/explanation";
      explanation = incentive.get(FINANCE, path);
    } finally {
      running.thaw(Part.TRACKING);
    }

    assertThat(explanation.path("rule").path("component").path("id").asText())
        .isEqualTo("agent-at-100");
    assertThat(explanation.path("progress").path("complete").asBoolean()).isTrue();
    JsonNode sale = explanation.path("credits").path("items").path(0).path("sale");
    assertThat(sale.path("source").asText()).isEqualTo(CrmEvent.SOURCE);
    assertThat(sale.path("id").asText()).endsWith("/won");
  }

  private static void awaitActual(Sprint sprint, String actual) {
    await("actual of " + sprint.product())
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        tracking.list(OPS, "/v1/progress?metric=" + sprint.product()).stream()
                            .map(goal -> decimal(goal, "actual")))
                    .singleElement()
                    .satisfies(sum -> assertThat(sum).isEqualByComparingTo(actual)));
  }

  private static void awaitReward(Sprint sprint) {
    await("reward for " + sprint.product())
        .atMost(SOON)
        .until(() -> incentive.list(FINANCE, "/v1/rewards?goal=" + sprint.goal()).size() == 1);
  }

  private static JsonNode sendOverHttp(String event) {
    Identity shop = Persona.INTEGRATION.identity();
    return tracking.post(shop, "/v1/sales-events", CLOUD_EVENT, event);
  }

  /** Pace and the time of the answer move on by themselves; these must not. */
  private static Map<String, String> progressOfTheDemo() {
    return tracking.list(OPS, PROGRESS).stream()
        .collect(
            Collectors.toMap(
                goal -> goal.path("goalId").asText(),
                goal -> goal.path("actual") + " " + goal.path("milestones")));
  }

  /** Rewards or ledger entries without those of the sprints. */
  private static List<JsonNode> ofTheDemo(String list) {
    return incentive.list(FINANCE, list).stream()
        .filter(item -> !item.path("componentId").asText().startsWith(Sprint.COMPONENT))
        .toList();
  }

  private static Owner owner(JsonNode goal) {
    JsonNode owner = goal.path("owner");
    Owner.Type type = Owner.Type.valueOf(owner.path("type").asText());
    return new Owner(type, owner.path("id").asText());
  }

  private static BigDecimal decimal(JsonNode object, String field) {
    return new BigDecimal(object.path(field).asText());
  }
}
