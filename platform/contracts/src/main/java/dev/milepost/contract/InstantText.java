package dev.milepost.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Instants as ISO-8601 text, as {@link Instant#parse} and {@link Instant#toString} have it, at a
 * fraction of their time: a batch of events reads and writes thousands. What is not written in the
 * usual form ({@code 2017-11-05T10:00:00.25Z}) is left to them.
 */
public final class InstantText {
  private static final int SECONDS_LENGTH = 19;
  private static final int LONGEST = 30;
  private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private InstantText() {}

  /**
   * Reads an instant.
   *
   * @throws java.time.DateTimeException when it is none
   */
  public static Instant parse(String text) {
    int fraction = text.length() - SECONDS_LENGTH - 2;
    if (fraction < -1 || fraction == 0 || fraction > 9 || !isUsual(text)) {
      return Instant.parse(text);
    }
    LocalDateTime time =
        LocalDateTime.of(
            LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)),
            LocalTime.of(
                digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19), nanos(text)));
    return time.toInstant(ZoneOffset.UTC);
  }

  /** Whether it is of the form, with numbers that the calendar may or may not have. */
  private static boolean isUsual(String text) {
    int last = text.length() - 1;
    if (text.charAt(last) != 'Z' || last > SECONDS_LENGTH && text.charAt(SECONDS_LENGTH) != '.') {
      return false;
    }
    for (int i = 0; i < last; i++) {
      char expected = i < SECONDS_LENGTH ? "0000-00-00T00:00:00".charAt(i) : '0';
      char found = text.charAt(i);
      boolean fits = expected == '0' ? found >= '0' && found <= '9' : found == expected;
      if (!fits && i != SECONDS_LENGTH) {
        return false;
      }
    }
    return digits(text, 11, 13) < 24 && digits(text, 17, 19) < 60;
  }

  private static int nanos(String text) {
    int nanos = 0;
    for (int i = SECONDS_LENGTH + 1; i < SECONDS_LENGTH + 10; i++) {
      nanos = nanos * 10 + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
    }
    return nanos;
  }

  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  /** Writes an instant, with no more than the digits that it needs: none, three, six or nine. */
  public static String of(Instant instant) {
    if (instant.getEpochSecond() < FIRST || instant.getEpochSecond() > LAST) {
      return instant.toString();
    }
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    byte[] text = new byte[LONGEST];
    put(text, 0, 4, time.getYear(), '-');
    put(text, 5, 2, time.getMonthValue(), '-');
    put(text, 8, 2, time.getDayOfMonth(), 'T');
    put(text, 11, 2, time.getHour(), ':');
    put(text, 14, 2, time.getMinute(), ':');
    put(text, 17, 2, time.getSecond(), '.');
    int end = SECONDS_LENGTH + putFraction(text, time.getNano());
    text[end] = 'Z';
    return new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
  }

  /** How many characters the fraction takes, its point included. */
  private static int putFraction(byte[] text, int nanos) {
    if (nanos == 0) {
      return 0;
    }
    int digits = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
    int number = digits == 3 ? nanos / 1_000_000 : digits == 6 ? nanos / 1_000 : nanos;
    put(text, SECONDS_LENGTH + 1, digits, number, 'Z');
    return digits + 1;
  }

  private static void put(byte[] text, int at, int digits, int number, char after) {
    int rest = number;
    for (int i = at + digits - 1; i >= at; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    text[at + digits] = (byte) after;
  }
}
