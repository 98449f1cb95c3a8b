package dev.milepost.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.milepost.benchmarks.stage.BenchmarkFailure;
import dev.milepost.benchmarks.stage.Broker;
import dev.milepost.benchmarks.workload.Expected.Position;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.Event;
import dev.milepost.contract.EventType;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.contract.SaleCredit;
import dev.milepost.contract.Topic;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What the service told over a run, put together from its topics as a consumer would. */
final class Told {
  private static final Topic[] TOPICS = {Topic.CREDITS, Topic.PROGRESS, Topic.MILESTONES};

  private final Broker broker;
  private final Map<Topic, Map<TopicPartition, Long>> begin = new HashMap<>();
  private final Set<String> credits = new HashSet<>();
  private final Set<String> crossings = new HashSet<>();
  private final Map<String, Position> contributed = new HashMap<>();
  private final Map<String, ProgressRecorded> newest = new HashMap<>();

  private Told(Broker broker) {
    this.broker = broker;
  }

  /** Everything that is told from now on. */
  static Told from(Broker broker) {
    Told told = new Told(broker);
    for (Topic topic : TOPICS) {
      told.begin.put(topic, broker.end(topic));
    }
    return told;
  }

  /** Reads what was told until now. */
  Told read() {
    for (Topic topic : TOPICS) {
      broker.read(Objects.requireNonNull(begin.get(topic)), this::take);
    }
    return this;
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    EventType type = EventType.named(header(record, "ce_type")).orElseThrow();
    switch (type) {
      case SALE_CREDITED -> credit(header(record, "ce_id"), data(record, SaleCredit.class));
      case PROGRESS_RECORDED -> progress(data(record, ProgressRecorded.class));
      case MILESTONE_REACHED -> crossings.add(header(record, "ce_id"));
      case GOAL_ACHIEVED, PACE_CHANGED -> {}
      default -> throw new BenchmarkFailure("nobody asked for " + type);
    }
  }

  /** A record that comes again, as it may after a crash, counts once. */
  private void credit(String id, SaleCredit credit) {
    if (credits.add(id)) {
      for (SaleCredit.Contribution contribution : credit.contributions()) {
        contributed.merge(
            contribution.goalId(),
            new Position(1, contribution.delta()),
            (a, b) -> new Position(a.lines() + b.lines(), a.actual().add(b.actual())));
      }
    }
  }

  private void progress(ProgressRecorded progress) {
    newest.merge(progress.goalId(), progress, (a, b) -> a.version() > b.version() ? a : b);
  }

  /** How many credits there are. */
  long credits() {
    return credits.size();
  }

  /** How many milestones were reached. */
  long crossings() {
    return crossings.size();
  }

  /** Where every goal stands by the credits' contributions. */
  Map<String, Position> contributed() {
    return contributed;
  }

  /** Where every goal stands by its newest progress. */
  Map<String, Position> progress() {
    Map<String, Position> positions = new HashMap<>();
    newest.forEach(
        (goal, told) ->
            positions.put(
                goal,
                new Position(
                    told.sequence(), Objects.requireNonNullElse(told.actual(), BigDecimal.ZERO))));
    return positions;
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static <T extends Event> T data(ConsumerRecord<String, byte[]> record, Class<T> type) {
    try {
      return ContractJson.mapper().readValue(record.value(), type);
    } catch (IOException e) {
      throw new BenchmarkFailure("an event of " + record.topic() + " cannot be read", e);
    }
  }
}
