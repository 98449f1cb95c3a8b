package dev.milepost.systemtest;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Money;
import dev.milepost.contract.SalesEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An order line of a mail-order shop, see {@code online-retail/README.md}. A cancellation is a line
 * with a negative quantity, on the day on which it was written: a return on its own date.
 *
 * @param number counts the lines of the file, from 1
 * @param at local time of the shop
 */
record RetailLine(
    long number,
    String invoice,
    String product,
    BigDecimal quantity,
    LocalDateTime at,
    BigDecimal unitPrice,
    String customer,
    String country) {
  static final String SOURCE = "/online-retail";
  static final ZoneId ZONE = ZoneId.of("Europe/London");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** Reads a file line by line. */
  static void each(Path file, Consumer<RetailLine> reader) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser lines = CSVParser.parse(Files.newBufferedReader(file), format)) {
      lines.forEach(line -> reader.accept(of(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RetailLine of(CSVRecord line) {
    return new RetailLine(
        line.getRecordNumber(),
        line.get("InvoiceNo"),
        line.get("StockCode"),
        new BigDecimal(line.get("Quantity")),
        LocalDateTime.parse(line.get("InvoiceDate"), TIME),
        new BigDecimal(line.get("UnitPrice")),
        line.get("CustomerID"),
        line.get("Country"));
  }

  /** The participant that stands for a country. */
  static String seller(String country) {
    return country.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** The line as the shop's system would send it. */
  ProducerRecord<String, String> event() {
    SalesEvent data =
        new SalesEvent(
            at.atZone(ZONE).toInstant(),
            seller(country),
            List.of(),
            new Money(quantity.multiply(unitPrice), "GBP"),
            null,
            customer.isEmpty() ? null : customer,
            product,
            quantity,
            invoice,
            null,
            null,
            Map.of(),
            null,
            null,
            null,
            null);
    String id = Long.toString(number);
    return PlainKafka.event(EventType.INVOICE_ISSUED, invoice, SOURCE, id, data);
  }
}
