package dev.milepost.runtime.inbox;

import dev.milepost.runtime.event.CloudEvent;
import dev.milepost.runtime.event.EventReader;
import dev.milepost.runtime.event.RecordHeaders;
import dev.milepost.runtime.event.UntakenReason;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.runtime.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sets records aside: a row in the quarantine, which is the truth, and in the same transaction a
 * copy for the dead-letter topic.
 */
@ApplicationScoped
class Quarantine {
  private static final String INSERT =
      """
      INSERT INTO quarantine (id, topic, partition, record_offset, record_timestamp, record_key,
                              headers, payload, source, event_id, event_type, reason, detail, recorded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (topic, partition, record_offset, record_timestamp) DO NOTHING
      """;

  /** A detail may quote a record, and a record may hold anything, of any length. */
  private static final int LONGEST_TEXT = 500;

  private final Sql sql;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;
  private final String service;

  Quarantine(
      Sql sql,
      Outbox outbox,
      Ids ids,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.sql = sql;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
    this.service = service;
  }

  /** Sets aside what could not be read; answers how many those were. */
  int unreadable(
      List<ConsumerRecord<byte[], byte[]>> batch,
      List<EventReader.Reading> readings,
      boolean unknownToo) {
    int count = 0;
    for (int i = 0; i < batch.size(); i++) {
      switch (readings.get(i)) {
        case EventReader.Unreadable(CloudEvent event, UntakenReason reason, String detail) -> {
          setAside(batch.get(i), Identity.of(event), reason.name(), detail);
          count++;
        }
        case EventReader.Unknown(CloudEvent event) when unknownToo -> {
          setAside(
              batch.get(i),
              Identity.of(event),
              UntakenReason.UNKNOWN_TYPE.name(),
              "the type '" + event.type() + "' is not known on this topic");
          count++;
        }
        case EventReader.Unknown unknown -> {}
        case EventReader.Known known -> {}
      }
    }
    return count;
  }

  /** Sets aside what a handler could not use. */
  void rejected(List<Rejection> rejections) {
    for (Rejection rejection : rejections) {
      var event = rejection.event();
      Identity identity = new Identity(event.source(), event.id(), event.type().typeName());
      setAside(event.raw(), identity, rejection.reason(), rejection.detail());
    }
  }

  /** Sets aside a record that makes its handler fail. */
  void failed(ConsumerRecord<byte[], byte[]> raw) {
    Identity identity =
        switch (EventReader.read(raw)) {
          case EventReader.Known(var event) ->
              new Identity(event.source(), event.id(), event.type().typeName());
          case EventReader.Unknown(CloudEvent event) -> Identity.of(event);
          case EventReader.Unreadable(CloudEvent event, var reason, var detail) ->
              Identity.of(event);
        };
    setAside(
        raw,
        identity,
        UntakenReason.PROCESSING_FAILED.name(),
        "the record could not be processed; the log says why");
  }

  static String origin(ConsumerRecord<byte[], byte[]> raw) {
    return raw.topic() + "/" + raw.partition() + "/" + raw.offset();
  }

  private void setAside(
      ConsumerRecord<byte[], byte[]> raw, Identity identity, String reason, String words) {
    String detail = storable(words);
    int inserted =
        sql.update(
            INSERT,
            ids.next(),
            raw.topic(),
            raw.partition(),
            raw.offset(),
            raw.timestamp(),
            raw.key(),
            RecordHeaders.write(raw.headers()),
            raw.value(),
            identity.source(),
            identity.id(),
            identity.type(),
            reason,
            detail,
            clock.instant());
    if (inserted == 1) {
      outbox.appendRecords(List.of(DeadLetter.of(raw, reason, detail, service)));
    }
  }

  private static String storable(String text) {
    String start = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    return start.replace('\0', '\uFFFD');
  }

  /** Whatever is known of the event that a record carries. */
  private record Identity(@Nullable String source, @Nullable String id, @Nullable String type) {
    Identity {
      source = source == null ? null : storable(source);
      id = id == null ? null : storable(id);
      type = type == null ? null : storable(type);
    }

    static Identity of(@Nullable CloudEvent event) {
      return event == null
          ? new Identity(null, null, null)
          : new Identity(event.source(), event.id(), event.type());
    }
  }
}
