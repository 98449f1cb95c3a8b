package dev.milepost.tracking.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.Dated;
import dev.milepost.contract.EventType;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.inbox.Inbox;
import dev.milepost.runtime.inbox.Reading;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.recording.RandomHistory.Told;
import dev.milepost.tracking.scenario.CreditingWorld;
import dev.milepost.tracking.scenario.SoldEvents;
import dev.milepost.tracking.scenario.World;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;

/**
 * Tells the service a {@link RandomHistory}: batches of sales as the consumer gets them, and news.
 */
@Singleton
class Teller {
  private static final int LARGEST_BATCH = 30;

  /** Nobody else quarantines records of these partitions. */
  private static final TopicPartition PARTITION =
      new TopicPartition(Topic.SALES_EVENTS.topicName(), 1_000);

  private static final String REVERSIBLE =
      """
      SELECT 1 FROM reversal r
      JOIN sales_event s ON s.source = r.original_source AND s.event_id = r.original_id
      WHERE r.state = 'WAITING'
      """;

  private final World world;
  private final Inbox inbox;
  private final SalesEventsConsumer consumer;
  private final Sql sql;
  private final Map<String, Long> teams = new HashMap<>();
  private long offset;

  Teller(World world, Inbox inbox, SalesEventsConsumer consumer, Sql sql) {
    this.world = world;
    this.inbox = inbox;
    this.consumer = consumer;
    this.sql = sql;
  }

  /** First what is there to count, then what happened in its order, each once. */
  void tellPlainly(RandomHistory history, List<AskedGoal> goals) {
    teams(history, history.east(), history.west(), 1);
    goals.forEach(goal -> world.goal(goal.snapshot(goal.targets().size())));
    proposeRule(history.run());
    activateRule(history.run());
    awaitKnown(goals);
    take(records(history, history.told()));
  }

  /**
   * Everything in any order, some of it again, by two threads; news of goals, teams and rules come
   * in between.
   *
   * @return how often each event was sent
   */
  Map<String, Long> tellAnyhow(RandomHistory history, List<AskedGoal> goals, long seed) {
    Random random = new Random(seed);
    proposeRule(history.run());
    List<List<Told>> batches = batches(history, random);
    List<Runnable> steps = new ArrayList<>(news(history, goals, random));
    List<Future<?>> consumed = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (List<Told> batch : batches) {
        var records = records(history, batch);
        steps.add(() -> consumed.add(threads.submit(() -> take(records))));
      }
      Collections.shuffle(steps, random);
      steps.forEach(Runnable::run);
    }
    assertThat(consumed).allSatisfy(batch -> assertThat(batch).succeedsWithin(Duration.ZERO));
    List<Told> last = last(history, batches.getFirst().getFirst());
    take(records(history, last));
    return Stream.concat(batches.stream().flatMap(List::stream), last.stream())
        .collect(Collectors.groupingBy(Told::id, Collectors.counting()));
  }

  /** Goals of which all is known, each with all its versions; waits until it is counted. */
  void tellOfGoals(List<AskedGoal> goals) {
    goals.forEach(goal -> world.goal(goal.snapshot(goal.targets().size())));
    awaitKnown(goals);
    await().until(() -> isEmpty("SELECT 1 FROM goal_progress WHERE backfilled_to < backfill_mark"));
  }

  /**
   * What comes later, in any order but at once.
   *
   * @return how often each event was sent
   */
  Map<String, Long> tellLater(RandomHistory history, long seed) {
    List<Told> later = new ArrayList<>(history.toldLater());
    Collections.shuffle(later, new Random(seed));
    take(records(history, later));
    return later.stream().collect(Collectors.groupingBy(Told::id, Collectors.counting()));
  }

  /** One event in twenty comes twice, perhaps in the same batch; then one batch comes again. */
  private static List<List<Told>> batches(RandomHistory history, Random random) {
    List<Told> all = new ArrayList<>(history.told());
    Collections.shuffle(all, random);
    for (Told event : history.told()) {
      if (random.nextInt(20) == 0) {
        int at = random.nextBoolean() ? all.indexOf(event) : random.nextInt(all.size());
        all.add(at, event);
      }
    }
    List<List<Told>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); ) {
      int to = Math.min(all.size(), from + 1 + random.nextInt(LARGEST_BATCH));
      batches.add(List.copyOf(all.subList(from, to)));
      from = to;
    }
    batches.add(batches.get(random.nextInt(batches.size())));
    return batches;
  }

  /** One with the identity of another event, and one whose shares do not add up. */
  private static List<Told> last(RandomHistory history, Told known) {
    String run = history.run();
    String day = "2017-11-05T10:00:00Z";
    return List.of(
        new Told(known.id(), EventType.DEAL_WON, SoldEvents.sale(run + "-a", List.of(), "3", day)),
        new Told(
            run + "-invalid",
            EventType.DEAL_WON,
            SoldEvents.sale(null, List.of(SoldEvents.split(run + "-a", "0.5")), "3", day)));
  }

  /** Goals and their revisions, three versions of each team, and the rule's activation. */
  private List<Runnable> news(RandomHistory history, List<AskedGoal> goals, Random random) {
    List<Runnable> news = new ArrayList<>();
    for (AskedGoal goal : goals) {
      news.add(
          () -> {
            for (int version = 1; version <= goal.targets().size(); version++) {
              world.goal(goal.snapshot(version));
            }
          });
    }
    for (int version = 1; version <= 2; version++) {
      List<List<Dated>> otherwise = RandomHistory.teams(history.run(), random);
      long no = version;
      news.add(() -> teams(history, otherwise.getFirst(), otherwise.getLast(), no));
    }
    news.add(() -> teams(history, history.east(), history.west(), 3));
    news.add(() -> activateRule(history.run()));
    return news;
  }

  private void teams(RandomHistory history, List<Dated> east, List<Dated> west, long version) {
    List<Dated> company = List.of(World.always(history.run()));
    world.team(history.run() + "-east", version, company, east);
    world.team(history.run() + "-west", version, company, west);
    teams.merge(history.run() + "-east", version, Math::max);
    teams.merge(history.run() + "-west", version, Math::max);
  }

  private static void proposeRule(String run) {
    String rule =
        CreditingWorld.overlay(
            run, run + "-box", Recomputation.RULE_SHARE, "PARTICIPANT", run + "-o");
    String from = Recomputation.RULE_FROM.toString();
    CreditingWorld.propose(rule.replace("2017-10-01T00:00:00Z", from)).then().statusCode(201);
  }

  private static void activateRule(String run) {
    CreditingWorld.activate(CreditingWorld.finance(), run).then().statusCode(200);
  }

  private static void awaitKnown(List<AskedGoal> goals) {
    await().until(() -> goals.stream().allMatch(g -> World.progress(g.id()).get("goalId") != null));
  }

  /**
   * Waits until everything that was told of teams is known and worked off, and told in turn. A
   * reversal that was taken in beside its original is left to a sweep.
   */
  void awaitQuiet() {
    await().until(() -> teams.entrySet().stream().allMatch(this::isKnown));
    await().until(() -> isEmpty(REVERSIBLE));
    await().until(() -> isEmpty("SELECT 1 FROM re_crediting WHERE done < mark"));
    await().until(() -> isEmpty("SELECT 1 FROM outbox"));
  }

  private boolean isKnown(Map.Entry<String, Long> team) {
    String version = "SELECT version FROM directory_team WHERE id = ?";
    return sql.query(version, row -> row.number("version"), team.getKey())
        .contains(team.getValue());
  }

  private boolean isEmpty(String query) {
    return sql.query(query, row -> 1).isEmpty();
  }

  private void take(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.INTAKE, consumer::take);
  }

  private ConsumerRecords<byte[], byte[]> records(RandomHistory history, List<Told> batch) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Told event : batch) {
      var record =
          new ConsumerRecord<>(
              PARTITION.topic(),
              PARTITION.partition(),
              offset++,
              event.id().getBytes(UTF_8),
              World.json(event.data()).getBytes(UTF_8));
      Headers headers = record.headers();
      headers.add("ce_specversion", "1.0".getBytes(UTF_8));
      headers.add("ce_type", event.type().typeName().getBytes(UTF_8));
      headers.add("ce_source", history.source().getBytes(UTF_8));
      headers.add("ce_id", event.id().getBytes(UTF_8));
      headers.add("content-type", "application/json".getBytes(UTF_8));
      records.add(record);
    }
    return new ConsumerRecords<>(Map.of(PARTITION, records), new HashMap<>());
  }
}
