package dev.milepost.runtime.paging;

import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sort key of the last row of a page, opaque to clients. Each part is read back with its type;
 * a cursor that somebody made up is refused as {@code invalid-cursor} whatever is wrong with it.
 */
public final class Cursor {
  private static final char SEPARATOR = '\u001f';
  private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final List<String> parts;

  private Cursor(List<String> parts) {
    this.parts = List.copyOf(parts);
  }

  /** The parts are written as text; none may hold the unit separator U+001F. */
  public static Cursor of(Object... parts) {
    return new Cursor(Arrays.stream(parts).map(Cursor::print).toList());
  }

  static Cursor decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      String decoded =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (decoded.indexOf('\0') >= 0) {
        throw invalid();
      }
      return new Cursor(Arrays.asList(decoded.split(String.valueOf(SEPARATOR), -1)));
    } catch (IllegalArgumentException | CharacterCodingException notOurs) {
      throw invalid();
    }
  }

  String encode() {
    String joined = parts.stream().collect(Collectors.joining(String.valueOf(SEPARATOR)));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
  }

  public String text(int index) {
    return read(index, Function.identity());
  }

  public UUID uuid(int index) {
    return read(index, UUID::fromString);
  }

  public Instant instant(int index) {
    return read(index, Instant::parse);
  }

  public LocalDate date(int index) {
    return read(index, LocalDate::parse);
  }

  public BigDecimal decimal(int index) {
    return read(index, Cursor::plainDecimal);
  }

  public long number(int index) {
    return read(index, Long::valueOf);
  }

  private static String print(Object part) {
    return part instanceof BigDecimal decimal ? decimal.toPlainString() : part.toString();
  }

  /** No exponents: a few characters could stand for a number of a gigabyte. */
  private static BigDecimal plainDecimal(String text) {
    if (!PLAIN_DECIMAL.matcher(text).matches()) {
      throw new NumberFormatException();
    }
    return new BigDecimal(text);
  }

  private <T> T read(int index, Function<String, T> parser) {
    if (index >= parts.size()) {
      throw invalid();
    }
    try {
      return parser.apply(parts.get(index));
    } catch (RuntimeException notOfThisType) {
      throw invalid();
    }
  }

  private static ProblemException invalid() {
    return ProblemException.of(CommonProblem.INVALID_REQUEST)
        .parameter(PageRequest.CURSOR, "invalid-cursor");
  }
}
