package dev.milepost.goals.directory;

import dev.milepost.goals.problem.GoalsProblem;
import dev.milepost.runtime.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads CSV (RFC 4180) with a header. */
final class CsvTable {
  /** What ids of participants and teams look like. */
  static final String ID = "[\\p{L}\\p{N}._@:+-]{1,100}";

  private static final Pattern ID_PATTERN = Pattern.compile(ID);
  private static final List<String> NEEDED = List.of("id", "name");
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
   * @param columns the columns it may have, in any order
   * @throws ProblemException when the text is no such table at all
   */
  static List<Line> read(String csv, List<String> columns) {
    String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      checkHeader(parser.getHeaderNames(), columns);
      return parser.getRecords().stream().map(Line::new).toList();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw unreadable("import-unreadable.csv").causedBy(e);
    }
  }

  private static void checkHeader(List<String> header, List<String> columns) {
    for (String column : NEEDED) {
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

  /** One line of a table. */
  record Line(CSVRecord fields) {

    /** Its number, from 1, the header not counted. */
    long number() {
      return fields.getRecordNumber();
    }

    /** The id, however it looks, to name the line by. */
    @Nullable String rawId() {
      return optional("id");
    }

    String id() {
      String id = needed("id");
      if (!ID_PATTERN.matcher(id).matches()) {
        throw invalid("id", "pattern");
      }
      return id;
    }

    String needed(String column) {
      String value = optional(column);
      if (value == null) {
        throw invalid(column, "required");
      }
      return value;
    }

    @Nullable String optional(String column) {
      String value = fields.isSet(column) ? fields.get(column) : "";
      return value.isEmpty() ? null : value;
    }

    boolean flag(String column, boolean otherwise) {
      String value = optional(column);
      if (value == null) {
        return otherwise;
      }
      if (!value.equals("true") && !value.equals("false")) {
        throw invalid(column, "true-or-false");
      }
      return value.equals("true");
    }

    private static ProblemException invalid(String column, String code) {
      return ProblemException.of(GoalsProblem.ROW_INVALID).violation("/" + column, code);
    }
  }
}
