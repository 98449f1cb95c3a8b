package dev.milepost.tracking.recording;

import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Intake;
import dev.milepost.runtime.inbox.Rejection;
import dev.milepost.tracking.source.Sources;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Takes sales events from their topic, which is the only way in. */
@ApplicationScoped
class SalesEventsConsumer {
  private final Intake intake;
  private final Recording recording;
  private final Sources sources;

  SalesEventsConsumer(Intake intake, Recording recording, Sources sources) {
    this.intake = intake;
    this.recording = recording;
    this.sources = sources;
  }

  void start(@Observes StartupEvent event) {
    intake.read(this::take);
  }

  List<Rejection> take(List<ReceivedEvent> events) {
    List<Rejection> rejections = recording.record(events);
    sources.received(events, rejections);
    return rejections;
  }
}
