package dev.milepost.benchmarks.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.Event;
import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.TeamChanged;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Events as any system could publish them: plain Kafka records in the binary mode of CloudEvents.
 */
public final class Records {
  private static final String GOALS_SERVICE = "/milepost/goals";

  private Records() {}

  /** A sale as the shop publishes it, keyed by seller. */
  public static ProducerRecord<String, byte[]> of(Sale sale) {
    return record(
        EventType.ORDER_PLACED,
        SalesForce.participantId(sale.participant()),
        sale.id(),
        Sale.SOURCE,
        sale.occurredAt(),
        sale.data());
  }

  /** A goal as goals-service publishes it. */
  public static ProducerRecord<String, byte[]> of(GoalSnapshot goal) {
    return record(
        EventType.GOAL_PUBLISHED,
        goal.goalId(),
        goal.goalId() + ":" + goal.version(),
        GOALS_SERVICE,
        goal.period().start(),
        goal);
  }

  /** Everybody and every team as goals-service publishes them. */
  public static Stream<ProducerRecord<String, byte[]>> of(SalesForce force, Instant time) {
    return Stream.concat(
        force.people().stream().map(person -> of(person, time)),
        force.units().stream().map(unit -> of(unit, time)));
  }

  private static ProducerRecord<String, byte[]> of(ParticipantChanged person, Instant time) {
    String key = "participant/" + person.id();
    return record(EventType.PARTICIPANT_CHANGED, key, key + ":" + 1, GOALS_SERVICE, time, person);
  }

  private static ProducerRecord<String, byte[]> of(TeamChanged team, Instant time) {
    String key = "team/" + team.id();
    return record(EventType.TEAM_CHANGED, key, key + ":" + 1, GOALS_SERVICE, time, team);
  }

  private static ProducerRecord<String, byte[]> record(
      EventType type, String key, String id, String source, Instant time, Event data) {
    var record = new ProducerRecord<>(type.topic().topicName(), key, json(data));
    Headers headers = record.headers();
    headers.add("ce_specversion", "1.0".getBytes(UTF_8));
    headers.add("ce_id", id.getBytes(UTF_8));
    headers.add("ce_source", source.getBytes(UTF_8));
    headers.add("ce_type", type.typeName().getBytes(UTF_8));
    headers.add("ce_time", time.toString().getBytes(UTF_8));
    headers.add("content-type", "application/json".getBytes(UTF_8));
    return record;
  }

  /** The data of an event as JSON. */
  public static byte[] json(Event data) {
    try {
      return ContractJson.mapper().writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event of the contract can be written", e);
    }
  }
}
