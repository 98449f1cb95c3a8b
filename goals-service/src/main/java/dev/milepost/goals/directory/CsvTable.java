package dev.milepost.goals.directory;

import dev.milepost.goals.problem.GoalsProblem;
import dev.milepost.runtime.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads CSV (RFC 4180) with a header. */
final class CsvTable {
  /** What ids of participants and teams look like. */
  static final String ID = "[\\p{L}\\p{N}._@:+-]{1,100}";

  private static final int LONGEST_ID = 100;
  private static final String SEPARATOR = ";";
  private static final Pattern ID_PATTERN = Pattern.compile(ID);

  /** The columns that every table of participants or teams has. */
  static final List<String> ID_AND_NAME = List.of("id", "name");

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private CsvTable() {}

  /**
   * All lines of a table.
   *
   * @param needed the columns it must have
   * @param columns the columns it may have, in any order
   * @throws ProblemException when the text is no such table at all
   */
  static List<Line> read(String csv, List<String> needed, List<String> columns) {
    String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      checkHeader(parser.getHeaderNames(), needed, columns);
      int columnCount = parser.getHeaderNames().size();
      return parser.getRecords().stream().map(fields -> new Line(fields, columnCount)).toList();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw unreadable("import-unreadable.csv").causedBy(e);
    }
  }

  private static void checkHeader(List<String> header, List<String> needed, List<String> columns) {
    for (String column : needed) {
      if (!header.contains(column)) {
        throw unreadable("import-unreadable.column-missing", column);
      }
    }
    for (String column : header) {
      if (!columns.contains(column)) {
        throw unreadable("import-unreadable.column-unknown", column, String.join(", ", columns));
      }
    }
  }

  private static ProblemException unreadable(String detail, Object... args) {
    return ProblemException.of(GoalsProblem.IMPORT_UNREADABLE).detail(detail, args);
  }

  /**
   * One line of a table.
   *
   * @param fields what it says
   * @param columnCount how many columns the header names
   */
  record Line(CSVRecord fields, int columnCount) {

    /** Its number, from 1, the header not counted. */
    long number() {
      return fields.getRecordNumber();
    }

    /** Refuses a line of which a part would be lost or could not be stored. */
    void requireSound() {
      if (fields.size() > columnCount) {
        throw ProblemException.of(GoalsProblem.ROW_INVALID).violation("", "surplus-values");
      }
      for (String column : fields.getParser().getHeaderNames()) {
        String value = optional(column);
        if (value != null && value.chars().anyMatch(Character::isISOControl)) {
          throw invalid(column, "control-character");
        }
      }
    }

    /** The id, however it looks, to name the line by. */
    @Nullable String rawId() {
      return optional("id");
    }

    String id() {
      String id = needed("id", LONGEST_ID);
      if (!ID_PATTERN.matcher(id).matches()) {
        throw invalid("id", "pattern");
      }
      return id;
    }

    String needed(String column, int longest) {
      String value = optional(column, longest);
      if (value == null) {
        throw invalid(column, "required");
      }
      return value;
    }

    @Nullable String optional(String column, int longest) {
      String value = optional(column);
      return value == null ? null : notTooLong(column, value, longest);
    }

    /** Several values, separated by semicolons. */
    List<String> several(String column, int longest) {
      return Optional.ofNullable(optional(column)).stream()
          .flatMap(list -> Arrays.stream(list.split(SEPARATOR)))
          .map(String::strip)
          .filter(value -> !value.isEmpty())
          .map(value -> notTooLong(column, value, longest))
          .toList();
    }

    @Nullable Boolean flag(String column) {
      String value = optional(column);
      if (value == null) {
        return null;
      }
      if (!value.equals("true") && !value.equals("false")) {
        throw invalid(column, "true-or-false");
      }
      return value.equals("true");
    }

    @Nullable String optional(String column) {
      String value = fields.isSet(column) ? fields.get(column) : "";
      return value.isBlank() ? null : value;
    }

    private static String notTooLong(String column, String value, int longest) {
      if (value.length() > longest) {
        throw invalid(column, "too-long", longest);
      }
      return value;
    }

    private static ProblemException invalid(String column, String code, Object... args) {
      return ProblemException.of(GoalsProblem.ROW_INVALID).violation("/" + column, code, args);
    }
  }
}
