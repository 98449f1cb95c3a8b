package dev.milepost.runtime.inbox;

import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.sql.Sql;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The facts taken in so far, by (source, id). */
@ApplicationScoped
class SeenFacts {
  private final Sql sql;

  SeenFacts(Sql sql) {
    this.sql = sql;
  }

  /** Remembers the facts and answers those that were new, each once, in the given order. */
  List<ReceivedEvent> remember(List<ReceivedEvent> events) {
    Set<Identity> fresh =
        new HashSet<>(
            sql.query(
                """
                INSERT INTO inbox (source, event_id)
                SELECT * FROM unnest(?::text[], ?::text[])
                ON CONFLICT DO NOTHING
                RETURNING source, event_id
                """,
                row -> new Identity(row.text("source"), row.text("event_id")),
                events.stream().map(ReceivedEvent::source).toArray(String[]::new),
                events.stream().map(ReceivedEvent::id).toArray(String[]::new)));
    return events.stream().filter(e -> fresh.remove(new Identity(e.source(), e.id()))).toList();
  }

  private record Identity(String source, String id) {}

  /** Topics of facts keep a record for 30 days; after 90 it cannot come again. */
  @Scheduled(cron = "0 17 3 * * ?")
  @Transactional
  void forgetOld() {
    sql.update("DELETE FROM inbox WHERE recorded_at < now() - interval '90 days'");
  }
}
