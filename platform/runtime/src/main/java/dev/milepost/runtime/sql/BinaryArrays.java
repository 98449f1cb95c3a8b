package dev.milepost.runtime.sql;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;
import org.postgresql.util.ByteConverter;

/**
 * Arrays of instants and decimals in PostgreSQL's binary form. The driver would write them as text,
 * for the server to parse.
 */
final class BinaryArrays {
  private static final int WITH_NULLS = 1;
  private static final int NULL = -1;

  /** Of a numeric: how many digits make a group, and what a group counts to. */
  private static final int GROUP = 4;

  private static final long GROUP_SIZE = 10_000;
  private static final long[] POWERS = {
    1,
    GROUP_SIZE,
    GROUP_SIZE * GROUP_SIZE,
    GROUP_SIZE * GROUP_SIZE * GROUP_SIZE,
    GROUP_SIZE * GROUP_SIZE * GROUP_SIZE * GROUP_SIZE
  };
  private static final long[] ZEROS = {1, 10, 100, 1_000};
  private static final int HEADER = 4;
  private static final int NEGATIVE = 0x4000;
  private static final int MOST_DIGITS_OF_A_LONG = 18;

  /** 2000-01-01T00:00:00Z, from which PostgreSQL counts microseconds. */
  private static final long EPOCH_SECOND = 946_684_800;

  private BinaryArrays() {}

  /**
   * A {@code timestamptz[]}. What is finer than a microsecond is rounded; {@link Instant#MIN} and
   * {@link Instant#MAX} are PostgreSQL's {@code -infinity} and {@code infinity}.
   */
  static Array of(Connection connection, @Nullable Instant[] instants) throws SQLException {
    return array(connection, Oid.TIMESTAMPTZ, Oid.TIMESTAMPTZ_ARRAY, instants, BinaryArrays::put);
  }

  /** A {@code numeric[]}. */
  static Array of(Connection connection, @Nullable BigDecimal[] decimals) throws SQLException {
    return array(connection, Oid.NUMERIC, Oid.NUMERIC_ARRAY, decimals, BinaryArrays::put);
  }

  /** Writes the length of a value and its bytes. */
  @FunctionalInterface
  private interface Element<T> {
    void put(T value, DataOutputStream to) throws IOException;
  }

  private static <T> Array array(
      Connection connection, int type, int arrayType, @Nullable T[] values, Element<T> element)
      throws SQLException {
    var bytes = new ByteArrayOutputStream(20 + 12 * values.length);
    try (var to = new DataOutputStream(bytes)) {
      to.writeInt(values.length == 0 ? 0 : 1);
      to.writeInt(WITH_NULLS);
      to.writeInt(type);
      if (values.length > 0) {
        to.writeInt(values.length);
        to.writeInt(1);
      }
      for (T value : values) {
        if (value == null) {
          to.writeInt(NULL);
        } else {
          element.put(value, to);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written to", e);
    }
    return new PgArray(connection.unwrap(BaseConnection.class), arrayType, bytes.toByteArray());
  }

  private static void put(Instant instant, DataOutputStream to) throws IOException {
    to.writeInt(Long.BYTES);
    to.writeLong(microseconds(instant));
  }

  private static long microseconds(Instant instant) {
    if (instant.equals(Instant.MIN)) {
      return Long.MIN_VALUE;
    }
    if (instant.equals(Instant.MAX)) {
      return Long.MAX_VALUE;
    }
    long seconds = Math.subtractExact(instant.getEpochSecond(), EPOCH_SECOND);
    return Math.addExact(Math.multiplyExact(seconds, 1_000_000), (instant.getNano() + 500) / 1_000);
  }

  private static void put(BigDecimal decimal, DataOutputStream to) throws IOException {
    int scale = decimal.scale();
    int zeros = Math.floorMod(-scale, GROUP);
    if (scale >= 0 && decimal.precision() + zeros <= MOST_DIGITS_OF_A_LONG) {
      long digits = decimal.scaleByPowerOfTen(scale).longValue() * ZEROS[zeros];
      putCompact(digits, (scale + zeros) / GROUP, scale, to);
    } else {
      byte[] bytes = ByteConverter.numeric(decimal);
      to.writeInt(bytes.length);
      to.write(bytes);
    }
  }

  /**
   * Writes a decimal as {@code numeric_send} of the server does: groups of four digits, the weight
   * of the first, a sign, the digits after the point. Most decimals are short, and the driver takes
   * its time for any.
   *
   * @param digits all digits, as a whole number
   * @param fraction how many groups of them stand after the point
   */
  private static void putCompact(long digits, int fraction, int scale, DataOutputStream to)
      throws IOException {
    int groups = 0;
    for (long rest = digits; rest != 0; rest /= GROUP_SIZE) {
      groups++;
    }
    to.writeInt(Short.BYTES * (HEADER + groups));
    to.writeShort(groups);
    to.writeShort(groups - fraction - 1);
    to.writeShort(digits < 0 ? NEGATIVE : 0);
    to.writeShort(scale);
    for (int group = groups - 1; group >= 0; group--) {
      to.writeShort((int) Math.abs(digits / POWERS[group] % GROUP_SIZE));
    }
  }
}
