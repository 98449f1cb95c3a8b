package dev.milepost.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.Dated;
import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.TeamChanged;
import dev.milepost.contract.Topic;
import dev.milepost.embedded.TokenSource.Identity;
import dev.milepost.local.Part;
import dev.milepost.local.Persona;
import dev.milepost.local.demo.ServiceClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two processes of tracking share one consumer group while sales stream in. Partitions are dealt
 * out anew again and again, once while batches stand in the middle of their transactions; one
 * process is killed there, another is asked to stop; the broker and the database server are killed
 * too. What comes out is compared with what was sent.
 */
class TwoReplicasIT {
  private static final int SALES = 30_000;
  private static final int AT_ONCE = 500;
  private static final int PERIOD_MILLIS = 250;
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static final String GROUP = "tracking." + Topic.SALES_EVENTS.topicName();
  private static final Identity OPS = Persona.SALES_OPS.identity();
  private static final Period QUARTER =
      new Period(
          "2017-Q4", Instant.parse("2017-10-01T00:00:00Z"), Instant.parse("2018-01-01T00:00:00Z"));
  private static final MetricVersion REVENUE =
      RevenueGoal.sum("streamed-revenue", EventType.ORDER_PLACED, "USD");
  private static final MetricVersion WON =
      RevenueGoal.sum("gap-revenue", EventType.DEAL_WON, "USD");

  private static RunningSuite running;
  private static ServiceClient tracking;
  private static PlainKafka kafka;

  @BeforeAll
  static void streamWhileReplicasComeAndGo() throws Exception {
    running = RunningSuite.startTracking("two-replicas", true);
    tracking = new ServiceClient(running.addresses().tracking(), running.addresses().tokens());
    kafka = new PlainKafka(running.addresses().bootstrapServers());
    kafka.send(Stream.of(company()));
    kafka.send(StreamedSale.owners().stream().map(owner -> goal(owner).published()));
    await("the goals").atMost(LIMIT).until(() -> progress(REVENUE).size() == 21);
    AtomicInteger sent = new AtomicInteger();
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
      ScheduledFuture<?> sending =
          clock.scheduleAtFixedRate(() -> send(sent), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
      disturb();
      await("all are sent").atMost(LIMIT).until(() -> sending.isDone() || sent.get() >= SALES);
      sending.cancel(false);
      assertThat(sent).hasValue(SALES);
    }
    kafka.awaitTaken("tracking", Topic.SALES_EVENTS, LIMIT);
  }

  private static void send(AtomicInteger sent) {
    int from = sent.get();
    int to = Math.min(SALES, from + AT_ONCE);
    kafka.send(StreamedSale.all(from, to).flatMap(StreamedSale::records));
    sent.set(to);
  }

  private static void disturb() throws Exception {
    await("the first sales").atMost(LIMIT).until(() -> received() > 2 * AT_ONCE);
    kafka.intrude(GROUP, Topic.SALES_EVENTS);
    try (TrackingDatabase database = new TrackingDatabase(running.database(Part.TRACKING))) {
      database.holdBatches(goal(StreamedSale.COMPANY).id());
      database.awaitWaiting(3);
      kafka.intrude(GROUP, Topic.SALES_EVENTS);
      database.awaitWaiting(3);
      running.kill(Part.TRACKING);
      database.letGo();
    }
    kafka.intrude(GROUP, Topic.SALES_EVENTS);
    running.stop(Part.TRACKING);
    running.killServer(Part.POSTGRES);
    running.killServer(Part.KAFKA);
    kafka.intrude(GROUP, Topic.SALES_EVENTS);
  }

  @AfterAll
  static void stop() throws Exception {
    kafka.close();
    running.close();
  }

  @Test
  void everyGoalHasTheSumOfItsSalesAndReachedItsMilestonesWithThem() {
    for (Owner owner : StreamedSale.owners()) {
      RevenueGoal goal = goal(owner);
      JsonNode told = progress(goal.id());
      assertThat(decimal(told, "actual"))
          .as(goal.id())
          .isEqualByComparingTo(upTo(owner, QUARTER.end()));
      for (JsonNode milestone : told.path("milestones")) {
        BigDecimal bar =
            goal.target().multiply(new BigDecimal(milestone.path("threshold").asText()));
        await(goal.id() + " reaches " + bar)
            .atMost(LIMIT)
            .until(() -> reachedAt(goal, milestone).equals(crossing(owner, bar)));
      }
    }
  }

  @Test
  void everythingThatWasReceivedIsAccountedFor() {
    long takenBack = StreamedSale.all(0, SALES).filter(StreamedSale::isTakenBack).count();
    long repeated = StreamedSale.all(0, SALES).filter(StreamedSale::isRepeated).count();
    await().atMost(LIMIT).until(() -> account("reversalsWaiting") == 0);

    assertThat(account("counted")).isEqualTo(SALES - takenBack);
    assertThat(account("reversed")).isEqualTo(takenBack);
    assertThat(account("reversalsApplied")).isEqualTo(takenBack);
    assertThat(account("received")).isEqualTo(SALES + takenBack + account("duplicate"));
    // a batch that was committed by a process that died or lost its partitions comes again
    assertThat(account("duplicate")).isGreaterThanOrEqualTo(repeated);
  }

  @Test
  void everySaleIsCreditedOnceAndWhatIsSentAgainIsTheSame() {
    awaitToldOf(List.of(goal(StreamedSale.COMPANY).id()));
    Map<String, String> contents = new HashMap<>();
    kafka.read(
        Topic.CREDITS,
        record -> isTheSameAgain(contents, record.value(), PlainKafka.header(record, "ce_id")));

    Map<String, BigDecimal> shares = new HashMap<>();
    for (String content : contents.values()) {
      JsonNode credit = json(content);
      if (credit.path("sale").path("source").asText().equals(StreamedSale.SOURCE)) {
        shares.merge(
            credit.path("sale").path("id").asText(), decimal(credit, "share"), BigDecimal::add);
      }
    }
    assertThat(shares).hasSize(SALES);
    StreamedSale.all(0, SALES)
        .forEach(
            sale ->
                assertThat(shares.get(sale.id()))
                    .as(sale.id())
                    .isEqualByComparingTo(sale.isTakenBack() ? "0" : "1"));
  }

  @Test
  void theCompactedTopicEndsWithTheNewestProgressOfEveryGoal() {
    awaitToldOf(StreamedSale.owners().stream().map(owner -> goal(owner).id()).toList());
  }

  @Test
  void eachMilestoneIsToldOncePerCrossing() {
    Map<String, String> contents = new HashMap<>();
    kafka.read(
        Topic.MILESTONES,
        record -> isTheSameAgain(contents, record.value(), PlainKafka.header(record, "ce_id")));

    for (Owner owner : StreamedSale.owners()) {
      for (JsonNode milestone : progress(goal(owner).id()).path("milestones")) {
        String threshold = new BigDecimal(milestone.path("threshold").asText()).toPlainString();
        String crossing = goal(owner).id() + ":" + threshold + ":";
        long reached =
            contents.keySet().stream()
                .filter(id -> id.startsWith(crossing) && id.endsWith(":reached"))
                .count();
        long reverted =
            contents.keySet().stream()
                .filter(id -> id.startsWith(crossing) && id.endsWith(":reverted"))
                .count();
        assertThat(reached - reverted)
            .as(crossing)
            .isEqualTo(milestone.path("reachedAt").isNull() ? 0 : 1);
      }
    }
  }

  /**
   * Both processes die after the commit and before anything is sent: a lock keeps them from sending
   * until what they counted can be read, then they are killed.
   */
  @Test
  void whatWasCommittedBeforeAKillIsToldAfterIt() throws Exception {
    Owner seller = Owner.participant("gap");
    RevenueGoal goal = goal(seller, WON, "250");
    kafka.send(Stream.of(goal.published()));
    await().atMost(LIMIT).until(() -> progress(WON).size() == 1);
    awaitToldOf(List.of(goal.id()));
    try (TrackingDatabase database = new TrackingDatabase(running.database(Part.TRACKING))) {
      database.holdRelay();
      kafka.send(Stream.of(1, 2, 3).map(TwoReplicasIT::won));
      await().atMost(LIMIT).until(() -> "300".equals(progress(goal.id()).path("actual").asText()));
      running.killAll(Part.TRACKING);

      assertThat(decimal(json(kafka.lastOfEachKey(Topic.PROGRESS).get(goal.id())), "actual"))
          .isZero();
      database.releaseRelay();
    }

    awaitToldOf(List.of(goal.id()));
    assertThat(kafka.lastOfEachKey(Topic.CREDITS).get("gap")).contains("gap-");
    Map<String, String> milestones = new HashMap<>();
    kafka.read(
        Topic.MILESTONES,
        record -> isTheSameAgain(milestones, record.value(), PlainKafka.header(record, "ce_id")));
    assertThat(milestones.keySet())
        .filteredOn(id -> id.startsWith(goal.id()))
        .contains(goal.id() + ":0.25:1:reached", goal.id() + ":1:1:reached")
        .doesNotContain(goal.id() + ":0.25:2:reached");
  }

  /** The last record of each goal is its newest, and what the service answers. */
  private static void awaitToldOf(List<String> goalIds) {
    await("the last records")
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              Map<String, Long> newest = new HashMap<>();
              Map<String, JsonNode> last = new HashMap<>();
              kafka.read(
                  Topic.PROGRESS,
                  record -> {
                    JsonNode told = json(record.value());
                    newest.merge(record.key(), told.path("version").asLong(), Math::max);
                    last.put(record.key(), told);
                  });
              for (String goalId : goalIds) {
                JsonNode told = Objects.requireNonNull(last.get(goalId));
                JsonNode answer = progress(goalId);
                assertThat(told.path("version").asLong()).isEqualTo(newest.get(goalId));
                assertThat(decimal(told, "actual")).isEqualByComparingTo(decimal(answer, "actual"));
                assertThat(told.path("attainment")).isEqualTo(answer.path("attainment"));
              }
            });
  }

  private static void isTheSameAgain(Map<String, String> contents, String content, String id) {
    String before = contents.put(id, content);
    assertThat(before).as(id).isIn(null, content);
  }

  private static BigDecimal upTo(Owner owner, Instant end) {
    return StreamedSale.all(0, SALES)
        .filter(sale -> sale.at().isBefore(end))
        .map(sale -> sale.of(owner))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** When the owner's sales, in the order in which they occurred, come to an amount. */
  private static String crossing(Owner owner, BigDecimal bar) {
    BigDecimal sum = BigDecimal.ZERO;
    List<StreamedSale> inOrder =
        StreamedSale.all(0, SALES).sorted(Comparator.comparing(StreamedSale::at)).toList();
    for (StreamedSale sale : inOrder) {
      sum = sum.add(sale.of(owner));
      if (sum.compareTo(bar) >= 0) {
        return sale.at().toString();
      }
    }
    return "null";
  }

  private static String reachedAt(RevenueGoal goal, JsonNode milestone) {
    for (JsonNode now : progress(goal.id()).path("milestones")) {
      if (now.path("threshold").equals(milestone.path("threshold"))) {
        return now.path("reachedAt").asText();
      }
    }
    throw new AssertionError("no such milestone: " + milestone);
  }

  private static ProducerRecord<String, String> company() {
    List<Dated> members =
        StreamedSale.owners().stream()
            .filter(owner -> owner.type() == Owner.Type.PARTICIPANT)
            .map(seller -> new Dated(seller.id(), null, null))
            .toList();
    String id = StreamedSale.COMPANY.id();
    TeamChanged team = new TeamChanged(id, 1, "Company", List.of(), List.of(), members);
    return PlainKafka.event(EventType.TEAM_CHANGED, id, "/milepost/goals", id + ":1", team);
  }

  /** Some of the sellers reach all of it, others three quarters. */
  private static RevenueGoal goal(Owner owner) {
    return goal(owner, REVENUE, owner.equals(StreamedSale.COMPANY) ? "1300000" : "72000");
  }

  private static RevenueGoal goal(Owner owner, MetricVersion metric, String target) {
    String id = "goal-" + owner.id();
    return new RevenueGoal(id, owner, metric, QUARTER, ZoneOffset.UTC, new BigDecimal(target));
  }

  private static ProducerRecord<String, String> won(int number) {
    SalesEvent data =
        SalesEvent.sold(
            QUARTER.start().plusSeconds(number),
            "gap",
            List.of(),
            new Money(new BigDecimal(100), "USD"));
    return PlainKafka.event(EventType.DEAL_WON, "gap", "/gap", "gap-" + number, data);
  }

  private static long received() {
    return account("received");
  }

  private static long account(String count) {
    return tracking
        .list(OPS, "/v1/sales-events/reconciliation?source=" + StreamedSale.SOURCE)
        .stream()
        .mapToLong(day -> day.path(count).asLong())
        .sum();
  }

  private static List<JsonNode> progress(MetricVersion metric) {
    return tracking.list(OPS, "/v1/progress?metric=" + metric.key());
  }

  private static JsonNode progress(String goalId) {
    return tracking.get(OPS, "/v1/progress/" + goalId);
  }

  private static BigDecimal decimal(JsonNode json, String field) {
    return new BigDecimal(json.path(field).asText());
  }

  private static JsonNode json(String text) {
    try {
      return ContractJson.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
