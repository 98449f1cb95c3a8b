package dev.milepost.goals.goal;

import static dev.milepost.goals.Api.ANNA;
import static dev.milepost.goals.Api.MIA;
import static dev.milepost.goals.Api.get;
import static dev.milepost.goals.Api.post;
import static dev.milepost.goals.goal.GoalBodies.goal;
import static dev.milepost.goals.goal.GoalBodies.idOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.contract.Topic;
import dev.milepost.goals.Api;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** State and event are there together or not at all, and one decision is taken once. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class GoalTransactionTest {
  private static final Instant BEFORE = Instant.parse("2017-09-15T08:00:00Z");
  private static final Instant IN_PERIOD = Instant.parse("2017-11-15T08:00:00Z");

  @Inject TestBroker broker;
  @Inject MovableClock clock;
  @Inject GoalStore store;
  @Inject Sql sql;

  @BeforeEach
  void anOrganisationAndAMetric() {
    clock.moveTo(IN_PERIOD);
    Api.organise();
    Api.metric("won-revenue");
  }

  @Test
  void aRollbackLeavesNeitherStateNorEvent() {
    String id = agreed();
    long before = snapshot(id).version();

    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          store.change(UUID.fromString(id), Cause.first("t"), this::cancelled);
                          throw new IllegalStateException("something fails before the commit");
                        }))
        .isInstanceOf(IllegalStateException.class);
    String next = agreed();

    get(ANNA, "/v1/goals/" + id).then().body("state", equalTo("ACTIVE"));
    assertThat(snapshot(next).goalId()).isEqualTo(next);
    assertThat(snapshot(id).version()).isEqualTo(before);
  }

  @Test
  void anEventThatCannotBeAppendedLeavesTheStateAsItWas() {
    String id = agreed();

    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () ->
                            store.change(
                                UUID.fromString(id), Cause.first("t"), this::cancelledTooLong)))
        .hasMessageContaining("bytes");

    get(ANNA, "/v1/goals/" + id).then().body("state", equalTo("ACTIVE"));
  }

  @Test
  void ofManyWhoDecideAtOnceOneDecides() throws Exception {
    String id = idOf(post(MIA, "/v1/goals", goal("PARTICIPANT", "anna")));
    post(MIA, "/v1/goals/" + id + "/propose", null).then().statusCode(200);

    List<Integer> statuses = atOnce(8, () -> accept(id));

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(7);
  }

  @Test
  void aFinalResultThatComesTwiceClosesOnce() {
    String id = agreed();
    ProgressRecorded last =
        new ProgressRecorded(
            id,
            9,
            1,
            1,
            1,
            7,
            new BigDecimal("55"),
            new BigDecimal("110000"),
            new BigDecimal("0.0005"),
            true,
            null,
            IN_PERIOD);
    String behind = agreed();
    broker.publish(EventType.PROGRESS_RECORDED, id, "/milepost/tracking", id + ".9", last);
    broker.publish(EventType.PROGRESS_RECORDED, id, "/milepost/tracking", id + ".9", last);
    broker.publish(EventType.PROGRESS_RECORDED, id, "/milepost/tracking", id + ".10", last);
    broker.publish(EventType.PROGRESS_RECORDED, id, "/milepost/tracking", "b.1", nothing(behind));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> snapshot(behind).outcome() == GoalSnapshot.Outcome.NOT_MEASURED);
    assertThat(snapshot(id).outcome()).isEqualTo(GoalSnapshot.Outcome.MISSED);
    assertThat(broker.records(Topic.GOALS.topicName()))
        .filteredOn(record -> id.equals(record.key()))
        .filteredOn(record -> GoalBodies.snapshot(record).state() == GoalSnapshot.State.CLOSED)
        .hasSize(1);
  }

  @Test
  void aResultOfAnUnknownGoalIsSetAsideAndTheNextOneIsTaken() {
    String id = agreed();
    String unknown = "01920000-0000-7000-8000-00000000beef";
    broker.publish(EventType.PROGRESS_RECORDED, id, "/milepost/tracking", "x.1", nothing(unknown));
    broker.publish(EventType.PROGRESS_RECORDED, id, "/milepost/tracking", "x.2", nothing(id));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> snapshot(id).outcome() == GoalSnapshot.Outcome.NOT_MEASURED);
    await()
        .untilAsserted(
            () ->
                assertThat(broker.records(Topic.PROGRESS.deadLetterName()))
                    .anyMatch(
                        r -> TestBroker.header(r, "ce_id").filter("x.1"::equals).isPresent()));
  }

  @Test
  void goalsThatCannotBecomeActiveHoldUpNoOther() {
    clock.moveTo(BEFORE);
    List<String> ids = Stream.generate(this::agreed).limit(5).sorted().toList();
    UUID[] faulty = ids.stream().limit(4).map(UUID::fromString).toArray(UUID[]::new);
    sql.update(
        "UPDATE goal SET document = jsonb_set(document, '{state}', '\"ODD\"')"
            + " WHERE id = ANY (?)",
        (Object) faulty);
    try {
      clock.moveTo(IN_PERIOD);

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> snapshot(ids.getLast()).state() == GoalSnapshot.State.ACTIVE);
    } finally {
      sql.update(
          "UPDATE goal SET document = jsonb_set(document, '{state}', '\"APPROVED\"')"
              + " WHERE id = ANY (?)",
          (Object) faulty);
    }
  }

  private Outcome cancelled(Goal goal) {
    return goal.cancel(new Person("t", null), "reason", IN_PERIOD);
  }

  private Outcome cancelledTooLong(Goal goal) {
    GoalTerms t = goal.terms();
    GoalTerms huge =
        new GoalTerms(
            "x".repeat(1_100_000),
            t.owner(),
            t.metric(),
            t.period(),
            t.zone(),
            t.graceDays(),
            t.profile(),
            t.creditTypes(),
            t.quota(),
            t.parentId());
    Goal grown = new NextGoal(goal).terms(huge).after(goal.history().getLast());
    return grown.cancel(new Person("t", null), "reason", IN_PERIOD);
  }

  private static ProgressRecorded nothing(String id) {
    return new ProgressRecorded(
        id, 9, 1, 1, 1, 0, null, new BigDecimal("110000"), null, true, null, IN_PERIOD);
  }

  /** Active, or before its period approved; and the others know it. */
  private String agreed() {
    String id = idOf(post(MIA, "/v1/goals", goal("PARTICIPANT", "anna")));
    post(MIA, "/v1/goals/" + id + "/propose", null).then().statusCode(200);
    assertThat(accept(id)).isEqualTo(200);
    await().atMost(Duration.ofSeconds(20)).until(() -> find(id) != null);
    return id;
  }

  private static int accept(String id) {
    return post(ANNA, "/v1/goals/" + id + "/accept", null).statusCode();
  }

  private GoalSnapshot snapshot(String id) {
    return Objects.requireNonNull(find(id));
  }

  private @Nullable GoalSnapshot find(String id) {
    return GoalBodies.snapshot(broker.latestByKey(Topic.GOALS.topicName()).get(id));
  }

  private static <T> List<T> atOnce(int times, Callable<T> work)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      List<Future<T>> running =
          threads.invokeAll(IntStream.range(0, times).mapToObj(i -> work).toList());
      List<T> results = new ArrayList<>();
      for (Future<T> future : running) {
        results.add(future.get());
      }
      return results;
    }
  }
}
