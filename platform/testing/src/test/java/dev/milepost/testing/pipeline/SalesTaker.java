package dev.milepost.testing.pipeline;

import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Intake;
import dev.milepost.runtime.inbox.Rejection;
import dev.milepost.runtime.sql.Sql;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** A consumer of facts from outside that writes down what it takes in. */
@ApplicationScoped
class SalesTaker {
  private final Intake intake;
  private final Sql sql;

  SalesTaker(Intake intake, Sql sql) {
    this.intake = intake;
    this.sql = sql;
  }

  void start(@Observes StartupEvent event) {
    intake.read(this::take);
  }

  private List<Rejection> take(List<ReceivedEvent> events) {
    events.forEach(
        event -> sql.update("INSERT INTO taken (event_id, amount) VALUES (?, 0)", event.id()));
    return List.of();
  }
}
