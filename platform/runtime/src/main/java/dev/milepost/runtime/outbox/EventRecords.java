package dev.milepost.runtime.outbox;

import dev.milepost.runtime.event.EventWriter;
import dev.milepost.runtime.event.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes records of this service's events. */
@ApplicationScoped
class EventRecords {
  private final String source;

  EventRecords(@ConfigProperty(name = "quarkus.application.name") String service) {
    this.source = "/milepost/" + service;
  }

  /** The event as a record; the time is that of its row, so that it is the same every time. */
  OutboxRecord of(OutgoingEvent event, Instant recordedAt) {
    return new OutboxRecord(
        event.type().topic().topicName(),
        event.key().getBytes(StandardCharsets.UTF_8),
        EventWriter.headers(event, source, recordedAt),
        EventWriter.data(event.data()));
  }
}
