package dev.milepost.tracking.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.inbox.QuarantineDesk;
import dev.milepost.runtime.inbox.QuarantinedRecord;
import dev.milepost.runtime.inbox.Repair;
import dev.milepost.tracking.intake.Readmission;
import dev.milepost.tracking.intake.Readmission.Admitted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts quarantined events right and sends them again. */
@ApplicationScoped
class RepairDesk {
  private static final String TOPIC = Topic.SALES_EVENTS.topicName();
  private static final ObjectMapper JSON = ContractJson.mapper();

  private final QuarantineDesk desk;
  private final Readmission door;

  RepairDesk(QuarantineDesk desk, Readmission door) {
    this.desk = desk;
    this.door = door;
  }

  /**
   * Sends what the event should have been in place of it.
   *
   * @return the event; empty when there is none of this id that waits
   * @throws dev.milepost.runtime.problem.ProblemException when it still breaks a rule
   */
  Optional<QuarantinedRecord> repair(UUID id, EventRepair repair, String by) {
    return desk.find(TOPIC, id)
        .filter(record -> record.replayedAt() == null)
        .flatMap(record -> desk.replay(TOPIC, id, repaired(record, repair), by));
  }

  private Repair repaired(QuarantinedRecord record, EventRepair repair) {
    ObjectNode before =
        event(record.source(), record.eventId(), record.eventType(), data(record.payload()));
    ObjectNode after =
        event(
            or(repair.source(), record.source()),
            or(repair.id(), record.eventId()),
            or(repair.type(), record.eventType()),
            // An item of a batch may lack it; the door says so.
            Objects.requireNonNullElse(repair.data(), MissingNode.getInstance()));
    Admitted admitted = door.admit(after.deepCopy().put("specversion", "1.0"));
    List<String> fields = Differences.between(before, after);
    return new Repair(
        admitted.record(),
        admitted.ref().source(),
        admitted.ref().id(),
        admitted.type().typeName(),
        fields);
  }

  private static ObjectNode event(
      @Nullable String source, @Nullable String id, @Nullable String type, JsonNode data) {
    ObjectNode event = JSON.createObjectNode();
    put(event, "source", source);
    put(event, "id", id);
    put(event, "type", type);
    if (!data.isMissingNode()) {
      event.set("data", data);
    }
    return event;
  }

  private static void put(ObjectNode event, String name, @Nullable String value) {
    if (value != null) {
      event.put(name, value);
    }
  }

  private static @Nullable String or(@Nullable String corrected, @Nullable String known) {
    return corrected == null ? known : corrected;
  }

  /** The data as it came: the record's value, or the part of it when that is a whole event. */
  private static JsonNode data(@Nullable String payload) {
    try {
      JsonNode value = payload == null ? MissingNode.getInstance() : JSON.readTree(payload);
      return value.has("specversion") ? value.path("data") : value;
    } catch (JsonProcessingException | StackOverflowError e) {
      return MissingNode.getInstance();
    }
  }
}
