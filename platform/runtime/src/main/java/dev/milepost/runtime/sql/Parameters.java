package dev.milepost.runtime.sql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Binds Java values as PostgreSQL ones. Arrays become PostgreSQL arrays for {@code unnest} and
 * {@code = any(?)}; a collection is an array of text.
 */
final class Parameters {

  private Parameters() {}

  static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setObject(index, null);
      case Instant instant -> statement.setObject(index, utc(instant));
      case Enum<?> constant -> statement.setString(index, constant.name());
      case Collection<?> texts -> array(statement, index, "text", texts.toArray());
      case Instant[] instants ->
          statement.setArray(index, BinaryArrays.of(statement.getConnection(), instants));
      case Enum[] constants -> array(statement, index, "text", names(constants));
      case String[] texts -> array(statement, index, "text", texts);
      case UUID[] ids -> array(statement, index, "uuid", ids);
      case BigDecimal[] decimals ->
          statement.setArray(index, BinaryArrays.of(statement.getConnection(), decimals));
      case byte[][] binaries -> array(statement, index, "bytea", binaries);
      case long[] longs -> array(statement, index, "bigint", longs);
      case int[] ints -> array(statement, index, "integer", ints);
      case boolean[] booleans -> array(statement, index, "boolean", booleans);
      case Long[] longs -> array(statement, index, "bigint", longs);
      case Integer[] ints -> array(statement, index, "integer", ints);
      default -> statement.setObject(index, value);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String[] names(@Nullable Enum[] constants) {
    return Arrays.stream(constants).map(c -> c == null ? null : c.name()).toArray(String[]::new);
  }

  /** The driver's own array factory takes primitive arrays too, and sends them in binary form. */
  private static void array(PreparedStatement statement, int index, String type, Object elements)
      throws SQLException {
    PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
    statement.setArray(index, connection.createArrayOf(type, elements));
  }
}
