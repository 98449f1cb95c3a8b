package dev.milepost.tracking.scenario;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.CreditType;
import dev.milepost.contract.Dated;
import dev.milepost.contract.Event;
import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Milestone;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.TeamChanged;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.TestBroker;
import dev.milepost.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** What the tests do and see from outside: events on topics, requests over HTTP. */
@Singleton
public class World {
  public static final String CRM = "/crm";
  public static final Instant START = Instant.parse("2017-10-01T00:00:00Z");
  public static final Instant END = Instant.parse("2018-01-01T00:00:00Z");
  public static final Period QUARTER = new Period("2017-Q4", START, END);
  public static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

  /** On a busy machine a consumer group takes a while to come together. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestBroker broker;

  @Inject
  World(TestBroker broker) {
    this.broker = broker;
    Awaitility.setDefaultTimeout(PATIENCE);
  }

  public TestBroker broker() {
    return broker;
  }

  // --- what happens elsewhere
  // ---------------------------------------------------------------------

  public void team(String id, long version, List<Dated> parents, List<Dated> members) {
    broker.publish(
        EventType.TEAM_CHANGED,
        id,
        "/milepost/goals",
        id + ":" + version,
        new TeamChanged(id, version, id, parents, List.of(), members));
  }

  public void team(String id, String parent, String... members) {
    team(
        id,
        1,
        parent.isEmpty() ? List.of() : List.of(always(parent)),
        Stream.of(members).map(World::always).toList());
  }

  public static Dated always(String value) {
    return new Dated(value, null, null);
  }

  public void goal(GoalSnapshot goal) {
    EventType type =
        switch (goal.state()) {
          case APPROVED, ACTIVE ->
              goal.versions().size() == 1 ? EventType.GOAL_PUBLISHED : EventType.GOAL_REVISED;
          case CLOSED -> EventType.GOAL_CLOSED;
          case CANCELLED -> EventType.GOAL_CANCELLED;
        };
    broker.publish(
        type, goal.goalId(), "/milepost/goals", goal.goalId() + ":" + goal.version(), goal);
  }

  /** A goal for won revenue in the fourth quarter of 2017 that stays open for a long time. */
  public static GoalSnapshot revenueGoal(String id, Owner owner, String target) {
    return goal(id, 1, State.ACTIVE, owner, FAR, version(1, target));
  }

  public static GoalSnapshot goal(
      String id, long version, State state, Owner owner, Instant graceEnd, Version... versions) {
    return new GoalSnapshot(
        id,
        version,
        state,
        "win more",
        owner,
        wonRevenue(),
        QUARTER,
        graceEnd,
        "UTC",
        Profile.LINEAR,
        null,
        List.of(CreditType.DIRECT),
        List.of(versions),
        null,
        null);
  }

  public static Version version(int number, String target) {
    return version(number, target, "0.25", "0.5", "0.75", "1");
  }

  public static Version version(int number, String target, String... thresholds) {
    return new Version(
        number,
        null,
        new BigDecimal(target),
        null,
        Stream.of(thresholds)
            .map(threshold -> new Milestone(new BigDecimal(threshold), null))
            .toList(),
        START,
        number == 1 ? null : "the market changed",
        "a manager");
  }

  /** The same goal, for another period. */
  public static GoalSnapshot inPeriod(GoalSnapshot goal, Period period) {
    return shaped(goal, period, goal.creditTypes());
  }

  /** The same goal, for another period and other credits. */
  public static GoalSnapshot shaped(GoalSnapshot goal, Period period, List<CreditType> types) {
    return new GoalSnapshot(
        goal.goalId(),
        goal.version(),
        goal.state(),
        goal.statement(),
        goal.owner(),
        goal.metric(),
        period,
        goal.graceEnd(),
        goal.zone(),
        goal.profile(),
        goal.parentId(),
        types,
        goal.versions(),
        null,
        null);
  }

  /** A goal on another metric, from a baseline; as many versions, as often it was told. */
  public static GoalSnapshot goal(
      String id, Owner owner, MetricVersion metric, Instant graceEnd, Version... versions) {
    return new GoalSnapshot(
        id,
        versions.length,
        State.ACTIVE,
        "move it",
        owner,
        metric,
        QUARTER,
        graceEnd,
        "UTC",
        Profile.LINEAR,
        null,
        List.of(CreditType.DIRECT),
        List.of(versions),
        null,
        null);
  }

  public static Version from(String baseline, String target, String... thresholds) {
    Version version = version(1, target, thresholds);
    return new Version(
        1,
        new BigDecimal(baseline),
        version.target(),
        null,
        version.milestones(),
        START,
        null,
        "a manager");
  }

  /** A metric over won deals; level metrics trail 30 days unless told otherwise. */
  public static MetricVersion metric(
      String key, Aggregation aggregation, Direction direction, String value) {
    boolean level = !aggregation.isFlow();
    return new MetricVersion(
        key,
        1,
        key,
        "SCORE",
        aggregation,
        direction,
        "event.type == 'dev.milepost.sales.deal.won'",
        value,
        aggregation == Aggregation.RATIO
            ? "event.type.startsWith('dev.milepost.sales.deal')"
            : null,
        null,
        false,
        level ? 30 : null,
        level ? 1 : null,
        START,
        null,
        null);
  }

  public static MetricVersion wonRevenue() {
    return wonRevenue("won-revenue", null);
  }

  /** Won revenue of which returns count so. */
  public static MetricVersion wonRevenue(String key, Returns returns) {
    return new MetricVersion(
        key,
        1,
        "Won revenue",
        "USD",
        Aggregation.SUM,
        Direction.INCREASE,
        "event.type == 'dev.milepost.sales.deal.won'",
        "event.amount",
        null,
        null,
        false,
        null,
        null,
        START,
        null,
        returns);
  }

  /** A level of what is won: the mean, the latest or the ratio of 30 days. */
  public static MetricVersion level(String key, Aggregation aggregation, int minimumSample) {
    MetricVersion metric =
        metric(
            key,
            aggregation,
            Direction.INCREASE,
            aggregation == Aggregation.RATIO ? "1" : "event.amount");
    return new MetricVersion(
        key,
        1,
        key,
        "SCORE",
        aggregation,
        Direction.INCREASE,
        metric.qualifies(),
        metric.value(),
        metric.denominatorQualifies(),
        null,
        false,
        30,
        minimumSample,
        metric.definedAt(),
        null,
        null);
  }

  /** How many customers are won; firstEver: those that nobody sold to before the period. */
  public static MetricVersion customers(String key, boolean firstEver) {
    MetricVersion metric =
        metric(key, Aggregation.DISTINCT_COUNT, Direction.INCREASE, "event.customer");
    return new MetricVersion(
        key,
        1,
        key,
        "COUNT",
        metric.aggregation(),
        metric.direction(),
        metric.qualifies(),
        metric.value(),
        null,
        null,
        firstEver,
        null,
        null,
        metric.definedAt(),
        null,
        null);
  }

  public void won(String id, SalesEvent data) {
    broker.publish(EventType.DEAL_WON, id, CRM, id, data);
  }

  public void won(String id, String participant, String amount, String occurredAt) {
    won(id, SoldEvents.sale(participant, List.of(), amount, occurredAt));
  }

  public void reverse(String id, String original) {
    reverse(id, original, null);
  }

  public void reverse(String id, String original, String amount) {
    BigDecimal part = amount == null ? null : new BigDecimal(amount);
    broker.publish(EventType.EVENT_REVERSED, id, CRM, id, SoldEvents.reversal(original, part));
  }

  // --- what can be seen
  // ---------------------------------------------------------------------------

  public static RequestSpecification as(String participant, String... roles) {
    return given().auth().oauth2(TestTokens.as("user-" + participant, participant, roles));
  }

  public static RequestSpecification salesOps() {
    return given().auth().oauth2(TestTokens.as("olga", null, Roles.SALES_OPS));
  }

  public static RequestSpecification integration() {
    return given().auth().oauth2(TestTokens.as("crm", null, Roles.INTEGRATION));
  }

  /** The progress of a goal as sales-ops sees it; an empty answer while it is not known. */
  public static JsonPath progress(String goalId) {
    return salesOps().get("/v1/progress/" + goalId).jsonPath();
  }

  public static String actual(String goalId) {
    return progress(goalId).getString("actual");
  }

  public static JsonPath credits(String saleId) {
    return salesOps().get("/v1/credits?source=/crm&saleId=" + saleId).jsonPath();
  }

  /** What became of an event of {@link #CRM} as sales-ops sees it. */
  public static JsonPath outcome(String id) {
    return outcome(salesOps(), id).jsonPath();
  }

  /** The same for another caller. */
  public static Response outcome(RequestSpecification caller, String id) {
    String path = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return caller.urlEncodingEnabled(false).get("/v1/sales-events/%2Fcrm/" + path + "/outcome");
  }

  /** What was told with this key, in order. */
  public <E extends Event> List<E> told(EventType type, String key, Class<E> data) {
    return broker.records(type.topic().topicName()).stream()
        .filter(record -> key.equals(record.key()) && typeOf(record).equals(type.typeName()))
        .map(record -> read(record, data))
        .toList();
  }

  private static String typeOf(ConsumerRecord<String, byte[]> record) {
    return TestBroker.header(record, "ce_type").orElse("");
  }

  private static <E> E read(ConsumerRecord<String, byte[]> record, Class<E> type) {
    try {
      return ContractJson.mapper().readValue(record.value(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String json(Object value) {
    try {
      return ContractJson.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
