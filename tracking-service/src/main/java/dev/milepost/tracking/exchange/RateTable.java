package dev.milepost.tracking.exchange;

import dev.milepost.runtime.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads rates from CSV (RFC 4180) with a header. */
final class RateTable {
  private static final List<String> COLUMNS =
      List.of("kind", "fromCurrency", "toCurrency", "period", "rate");
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private RateTable() {}

  /**
   * All rows of a table.
   *
   * @throws ProblemException when the text is no such table at all
   */
  static List<RateRequest> read(String csv) {
    String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      List<String> header = parser.getHeaderNames();
      if (header.size() != COLUMNS.size() || !header.containsAll(COLUMNS)) {
        throw unreadable("unreadable-rate-table.columns", String.join(", ", COLUMNS));
      }
      List<CSVRecord> rows = parser.getRecords();
      if (rows.size() > RateRequest.MOST) {
        throw unreadable("unreadable-rate-table.too-long", RateRequest.MOST);
      }
      if (rows.stream().anyMatch(row -> row.size() > COLUMNS.size())) {
        throw unreadable("unreadable-rate-table.surplus-values");
      }
      return rows.stream().map(RateTable::request).toList();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw unreadable("unreadable-rate-table.csv").causedBy(e);
    }
  }

  private static RateRequest request(CSVRecord row) {
    return new RateRequest(
        value(row, "kind"),
        value(row, "fromCurrency"),
        value(row, "toCurrency"),
        value(row, "period"),
        value(row, "rate"));
  }

  private static @Nullable String value(CSVRecord row, String column) {
    String value = row.isSet(column) ? row.get(column) : "";
    return value.isBlank() ? null : value;
  }

  private static ProblemException unreadable(String detail, Object... arguments) {
    return ProblemException.of(ExchangeProblem.UNREADABLE_RATE_TABLE).detail(detail, arguments);
  }
}
