package dev.milepost.tracking.progress;

import static dev.milepost.tracking.scenario.SoldEvents.sale;
import static dev.milepost.tracking.scenario.SoldEvents.split;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.progress;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.Owner;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.event.EventWriter;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.RelayLock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import dev.milepost.tracking.scenario.World;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What was to be told is told all the same when the process that had it in memory is gone. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class RetellingTest {
  private static final String CREDITS = Topic.CREDITS.topicName();
  private static final String PROGRESS = Topic.PROGRESS.topicName();

  @Inject World world;
  @Inject Retelling retelling;
  @Inject Sql sql;
  @Inject DataSource dataSource;

  @Test
  void tellsCreditsAndProgressAsTheyWereTold() {
    long before = lastCredit();
    world.team("team-again", "", "again-a", "again-b");
    world.goal(revenueGoal("goal-again-a", Owner.participant("again-a"), "1000"));
    world.goal(revenueGoal("goal-again-b", Owner.participant("again-b"), "1000"));
    await().until(() -> "0".equals(actual("goal-again-a")) && "0".equals(actual("goal-again-b")));

    world.won(
        "again-1",
        sale(null, List.of(split("again-a", "0.60"), split("again-b", "0.4")), "100.50", DAY));
    world.won("again-2", "again-a", "1e2", DAY);
    world.won("again-3", null, "7", DAY);
    await().until(() -> "160.3".equals(actual("goal-again-a")));
    world.reverse("again-undo", "again-1", "33.5");
    await().until(() -> "140.2".equals(actual("goal-again-a")));
    awaitEmptyOutbox();

    List<OutgoingEvent> again = retelling.named(before + 1 + "-" + lastCredit());

    Map<String, String> credits =
        contents(CREDITS, id -> id.startsWith("credit:") && number(id) > before);
    assertThat(contents(again, CREDITS)).hasSizeGreaterThanOrEqualTo(6).isEqualTo(credits);
    Map<String, String> newest = new LinkedHashMap<>();
    world
        .broker()
        .latestByKey(PROGRESS)
        .forEach((goal, record) -> newest.put(id(record), text(record.value())));
    assertThat(contents(again, PROGRESS)).isNotEmpty();
    assertThat(newest).containsAllEntriesOf(contents(again, PROGRESS));
  }

  @Test
  void tellsEverythingAfterItDiedBetweenCommitAndSend() throws SQLException {
    world.goal(revenueGoal("goal-died", Owner.participant("died"), "1000"));
    await().until(() -> "0".equals(actual("goal-died")));
    awaitEmptyOutbox();
    try (Connection connection = dataSource.getConnection()) {
      RelayLock lock = new RelayLock(connection);
      lock.take();

      world.won("died-1", "died", "300", DAY);
      await().until(() -> "300".equals(actual("goal-died")));
      world.won("died-2", "died", "400", DAY);
      await().until(() -> "700".equals(actual("goal-died")));
      assertThat(contents(CREDITS, id -> true).values()).noneMatch(told -> told.contains("died-"));
      assertThat(lock.release()).isTrue();
    }

    awaitEmptyOutbox();
    assertThat(contents(CREDITS, id -> true).values())
        .anyMatch(told -> told.contains("\"died-1\""))
        .anyMatch(told -> told.contains("\"died-2\""));
    String newest = text(world.broker().latestByKey(PROGRESS).get("goal-died").value());
    assertThat(newest).contains("\"actual\":\"700\"", "\"version\":3");
    assertThat(progress("goal-died").getList("milestones.findAll{it.reachedAt != null}"))
        .hasSize(2);
    assertThat(contents(Topic.MILESTONES.topicName(), id -> id.matches("goal-died:.+:reached")))
        .containsOnlyKeys("goal-died:0.25:1:reached", "goal-died:0.5:1:reached");
  }

  private static final String DAY = "2017-11-05T10:00:00Z";

  private long lastCredit() {
    return sql.query("SELECT coalesce(max(no), 0) AS no FROM credit", row -> row.number("no"))
        .getFirst();
  }

  private void awaitEmptyOutbox() {
    await().until(() -> sql.query("SELECT 1 FROM outbox", row -> 1).isEmpty());
  }

  private static long number(String creditEvent) {
    return Long.parseLong(creditEvent.split(":", -1)[1]);
  }

  private Map<String, String> contents(String topic, Predicate<String> ids) {
    Map<String, String> contents = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> record : world.broker().records(topic)) {
      if (ids.test(id(record))) {
        contents.put(id(record), text(record.value()));
      }
    }
    return contents;
  }

  private static Map<String, String> contents(List<OutgoingEvent> events, String topic) {
    return events.stream()
        .filter(event -> event.type().topic().topicName().equals(topic))
        .collect(
            Collectors.toMap(OutgoingEvent::id, event -> text(EventWriter.data(event.data()))));
  }

  private static String id(ConsumerRecord<String, byte[]> record) {
    return TestBroker.header(record, "ce_id").orElseThrow();
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
