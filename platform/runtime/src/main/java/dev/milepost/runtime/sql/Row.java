package dev.milepost.runtime.sql;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row a query stands on. Plain accessors are for columns that are never null; those ending in
 * {@code OrNull} for the others.
 */
public final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  public String text(String column) throws SQLException {
    return Objects.requireNonNull(textOrNull(column), column);
  }

  public @Nullable String textOrNull(String column) throws SQLException {
    return results.getString(column);
  }

  public long number(String column) throws SQLException {
    return results.getLong(column);
  }

  public @Nullable Long numberOrNull(String column) throws SQLException {
    long value = results.getLong(column);
    return results.wasNull() ? null : value;
  }

  public int integer(String column) throws SQLException {
    return results.getInt(column);
  }

  public boolean flag(String column) throws SQLException {
    return results.getBoolean(column);
  }

  public BigDecimal decimal(String column) throws SQLException {
    return Objects.requireNonNull(decimalOrNull(column), column);
  }

  public @Nullable BigDecimal decimalOrNull(String column) throws SQLException {
    return results.getBigDecimal(column);
  }

  public UUID uuid(String column) throws SQLException {
    return Objects.requireNonNull(uuidOrNull(column), column);
  }

  public @Nullable UUID uuidOrNull(String column) throws SQLException {
    return results.getObject(column, UUID.class);
  }

  public Instant instant(String column) throws SQLException {
    return Objects.requireNonNull(instantOrNull(column), column);
  }

  public @Nullable Instant instantOrNull(String column) throws SQLException {
    OffsetDateTime value = results.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  public byte[] bytes(String column) throws SQLException {
    return Objects.requireNonNull(bytesOrNull(column), column);
  }

  public byte @Nullable [] bytesOrNull(String column) throws SQLException {
    return results.getBytes(column);
  }

  public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
    return Enum.valueOf(type, text(column));
  }

  /** A {@code text[]} column. */
  public List<String> texts(String column) throws SQLException {
    Array array = results.getArray(column);
    return List.of((String[]) array.getArray());
  }
}
