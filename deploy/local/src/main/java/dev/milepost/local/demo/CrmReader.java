package dev.milepost.local.demo;

import dev.milepost.local.demo.CrmData.Account;
import dev.milepost.local.demo.CrmData.Agent;
import dev.milepost.local.demo.CrmData.Closing;
import dev.milepost.local.demo.CrmData.Deal;
import dev.milepost.local.demo.CrmData.Product;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the four files. A fault that is known is repaired and counted; any other stops the reading,
 * because then these are not the files that the demo was made for.
 */
final class CrmReader {
  private static final String FOLDER = "/demo/crm-sales-opportunities/";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Map<Dirt, Integer> dirt = new EnumMap<>(Dirt.class);

  CrmData read() {
    List<Agent> agents = lines("sales_teams.csv").stream().map(CrmReader::agent).toList();
    Map<String, Agent> agentsByName = byName(agents.stream(), Agent::name);
    Map<String, Account> accounts =
        byName(lines("accounts.csv").stream().map(this::account), Account::name);
    Map<String, Product> products =
        byName(lines("products.csv").stream().map(CrmReader::product), Product::name);
    List<CSVRecord> pipeline = lines("sales_pipeline.csv");
    List<Deal> deals =
        pipeline.stream()
            .flatMap(line -> deal(line, agentsByName, accounts, products).stream())
            .toList();
    long sellers = deals.stream().map(Deal::agent).distinct().count();
    dirt.put(Dirt.NO_DEALS, agents.size() - (int) sellers);
    return new CrmData(agents, deals, pipeline.size(), dirt);
  }

  private static Agent agent(CSVRecord line) {
    return new Agent(line.get("sales_agent"), line.get("manager"), line.get("regional_office"));
  }

  private Account account(CSVRecord line) {
    return new Account(
        line.get("account"),
        repaired(line.get("sector"), "technolgy", "technology", Dirt.SECTOR_SPELLING),
        repaired(line.get("office_location"), "Philipines", "Philippines", Dirt.COUNTRY_SPELLING));
  }

  private static Product product(CSVRecord line) {
    return new Product(
        line.get("product"), line.get("series"), new BigDecimal(line.get("sales_price")));
  }

  private Optional<Deal> deal(
      CSVRecord line,
      Map<String, Agent> agents,
      Map<String, Account> accounts,
      Map<String, Product> products) {
    String product = repaired(line.get("product"), "GTXPro", "GTX Pro", Dirt.PRODUCT_SPELLING);
    String account = line.get("account");
    if (account.isEmpty()) {
      count(Dirt.NO_ACCOUNT);
    }
    if (line.get("engage_date").isEmpty()) {
      count(Dirt.NEVER_BEGUN);
      return Optional.empty();
    }
    return Optional.of(
        new Deal(
            line.get("opportunity_id"),
            known(agents, line.get("sales_agent")),
            known(products, product),
            account.isEmpty() ? null : known(accounts, account),
            LocalDate.parse(line.get("engage_date")),
            closing(line).orElse(null)));
  }

  private Optional<Closing> closing(CSVRecord line) {
    if (line.get("close_date").isEmpty()) {
      count(Dirt.NOT_CLOSED);
      return Optional.empty();
    }
    boolean won = line.get("deal_stage").equals("Won");
    LocalDate date = LocalDate.parse(line.get("close_date"));
    return Optional.of(new Closing(won, date, new BigDecimal(line.get("close_value"))));
  }

  private String repaired(String value, String wrong, String right, Dirt kind) {
    if (!value.equals(wrong)) {
      return value;
    }
    count(kind);
    return right;
  }

  private void count(Dirt kind) {
    dirt.merge(kind, 1, Integer::sum);
  }

  private static <T> T known(Map<String, T> all, String name) {
    return Objects.requireNonNull(all.get(name), () -> "the data set does not define " + name);
  }

  private static <T> Map<String, T> byName(Stream<T> all, Function<T, String> name) {
    return all.collect(Collectors.toMap(name, Function.identity()));
  }

  private static List<CSVRecord> lines(String file) {
    var bytes = Objects.requireNonNull(CrmReader.class.getResourceAsStream(FOLDER + file), file);
    try (CSVParser parser =
        CSVParser.parse(new InputStreamReader(bytes, StandardCharsets.UTF_8), FORMAT)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
