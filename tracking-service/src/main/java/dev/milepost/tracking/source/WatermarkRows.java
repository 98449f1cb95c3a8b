package dev.milepost.tracking.source;

import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The watermarks' table. */
@ApplicationScoped
class WatermarkRows {
  private static final String FIND = "SELECT * FROM source_watermark WHERE source = ?";
  private static final String INSERT =
      """
      INSERT INTO source_watermark (source, watermark, declared_at, declared_by, owner)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT (source) DO NOTHING
      """;
  private static final String UPDATE =
      """
      UPDATE source_watermark
      SET watermark = ?, declared_at = ?, declared_by = ?, owner = ?, complete_until = ?
      WHERE source = ?
      """;
  private static final String INCOMPLETE =
      "SELECT * FROM source_watermark WHERE complete_until IS DISTINCT FROM watermark";

  /** One that was lowered meanwhile is complete no further than that. */
  private static final String COMPLETE =
      """
      UPDATE source_watermark known SET complete_until = least(known.watermark, taken.watermark)
      FROM unnest(?::text[], ?::timestamptz[]) AS taken (source, watermark)
      WHERE known.source = taken.source
        AND (known.complete_until IS NULL OR known.complete_until < taken.watermark)
      """;

  private final Sql sql;

  WatermarkRows(Sql sql) {
    this.sql = sql;
  }

  Optional<Watermark> find(String source) {
    return sql.queryOne(FIND, WatermarkRows::read, source);
  }

  /** As {@link #find}, and nobody else changes it before the transaction ends. */
  Optional<Watermark> lock(String source) {
    return sql.queryOne(FIND + " FOR UPDATE", WatermarkRows::read, source);
  }

  /** Whether it was the first of its source. */
  boolean insert(Watermark first) {
    return sql.update(
            INSERT,
            first.source(),
            first.until(),
            first.declaredAt(),
            first.declaredBy(),
            first.owner())
        == 1;
  }

  void update(Watermark next) {
    sql.update(
        UPDATE,
        next.until(),
        next.declaredAt(),
        next.declaredBy(),
        next.owner(),
        next.completeUntil(),
        next.source());
  }

  /** Those that are declared but not complete. */
  List<Watermark> incomplete() {
    return sql.query(INCOMPLETE, WatermarkRows::read);
  }

  /** What these say has been sent is taken in. */
  void complete(List<Watermark> taken) {
    sql.update(
        COMPLETE,
        taken.stream().map(Watermark::source).toArray(String[]::new),
        taken.stream().map(Watermark::until).toArray(Instant[]::new));
  }

  private static Watermark read(Row row) throws SQLException {
    return new Watermark(
        row.text("source"),
        row.instant("watermark"),
        row.instant("declared_at"),
        row.text("declared_by"),
        row.textOrNull("owner"),
        row.instantOrNull("complete_until"));
  }
}
