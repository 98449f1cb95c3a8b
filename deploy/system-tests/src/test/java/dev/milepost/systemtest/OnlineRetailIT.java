package dev.milepost.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.Dated;
import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.TeamChanged;
import dev.milepost.contract.Topic;
import dev.milepost.embedded.TokenSource.Identity;
import dev.milepost.local.Persona;
import dev.milepost.local.demo.ServiceClient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A real shop's order lines stream through tracking, one event per line, one line in twenty sent
 * twice. What comes out is compared with sums that another program computed from the same file.
 *
 * <p>{@code -Dmilepost.online-retail=…/online_retail.csv} takes the whole set instead of the
 * excerpt in {@code src/test/resources/online-retail}.
 */
class OnlineRetailIT {
  private static final Path EXCERPTS =
      Path.of(System.getProperty("milepost.root"))
          .resolve("deploy/system-tests/src/test/resources/online-retail");
  private static final String WHOLE_SET = System.getProperty("milepost.online-retail", "");
  private static final Path FILE =
      WHOLE_SET.isEmpty() ? EXCERPTS.resolve("excerpt.csv") : Path.of(WHOLE_SET);
  private static final Path SUMS =
      EXCERPTS.resolve(WHOLE_SET.isEmpty() ? "excerpt-sums.csv" : "whole-set-sums.csv");

  private static final Duration TO_COUNT = Duration.ofMinutes(WHOLE_SET.isEmpty() ? 1 : 20);
  private static final Identity OPS = Persona.SALES_OPS.identity();
  private static final Owner SHOP = Owner.team("online-shop");
  private static final MetricVersion REVENUE =
      RevenueGoal.sum("invoiced-revenue", EventType.INVOICE_ISSUED, "GBP");
  private static final Period ALL_TIME =
      period("all", LocalDate.of(2010, 12, 1), LocalDate.of(2012, 1, 1));

  /** By month and by country, as another program has it. */
  private static final Map<String, BigDecimal> EXPECTED = new LinkedHashMap<>();

  private static RunningSuite running;
  private static ServiceClient tracking;
  private static PlainKafka kafka;
  private static long lines;
  private static long repeated;

  @BeforeAll
  static void streamTheFile() throws Exception {
    for (String row : Files.readAllLines(SUMS).stream().skip(1).toList()) {
      EXPECTED.put(row.split(",", -1)[0], new BigDecimal(row.split(",", -1)[1]));
    }
    running = RunningSuite.startTracking("online-retail", false);
    tracking = new ServiceClient(running.addresses().tracking(), running.addresses().tokens());
    kafka = new PlainKafka(running.addresses().bootstrapServers());
    List<RevenueGoal> goals = EXPECTED.keySet().stream().map(OnlineRetailIT::goal).toList();
    kafka.send(Stream.of(shop()));
    kafka.send(goals.stream().map(RevenueGoal::published));
    await("the goals").atMost(TO_COUNT).until(() -> progress(REVENUE).size() == goals.size());
    long start = System.nanoTime();
    send();
    kafka.awaitTaken("tracking", Topic.SALES_EVENTS, TO_COUNT);
    System.out.printf(
        "%,d lines, %,d of them twice, counted in %.1f s%n",
        lines, repeated, (System.nanoTime() - start) / 1e9);
  }

  @AfterAll
  static void stop() throws Exception {
    kafka.close();
    running.close();
  }

  @Test
  void revenuePerMonthIsThatOfTheFile() {
    assertThat(rounded(progress(REVENUE), OnlineRetailIT::isMonth, 2))
        .isEqualTo(rounded(EXPECTED, OnlineRetailIT::isMonth, 2));
  }

  @Test
  void revenuePerCountryIsThatOfTheFileToTheLastDigit() {
    assertThat(rounded(progress(REVENUE), of -> !isMonth(of), 3))
        .isEqualTo(rounded(EXPECTED, of -> !isMonth(of), 3));
  }

  @Test
  void everyLineCountsOnceAlsoWhenItIsSentTwice() {
    List<JsonNode> days =
        tracking.list(OPS, "/v1/sales-events/reconciliation?source=" + RetailLine.SOURCE);

    assertThat(sum(days, "counted")).isEqualTo(lines);
    assertThat(sum(days, "duplicate")).isEqualTo(repeated);
    assertThat(sum(days, "received")).isEqualTo(lines + repeated);
    assertThat(repeated).isEqualTo(lines / 20);
  }

  /**
   * Nobody ordered at night, so the file does not say it: half past eleven on 31 March is March,
   * half past midnight is April, although both are 31 March in UTC, since London has summer time.
   */
  @Test
  void aMonthBeginsAtMidnightInTheShopsZone() {
    MetricVersion orders = RevenueGoal.sum("night-orders", EventType.ORDER_PLACED, "GBP");
    Owner night = Owner.participant("night-shop");
    for (String month : List.of("2011-03", "2011-04")) {
      kafka.send(Stream.of(monthly("night-" + month, night, orders, month).published()));
    }
    await().atMost(TO_COUNT).until(() -> progress(orders).size() == 2);

    kafka.send(
        Stream.of(
            order("night-1", "2011-03-31T23:30", "1"), order("night-2", "2011-04-01T00:30", "2")));

    await()
        .atMost(TO_COUNT)
        .untilAsserted(
            () ->
                assertThat(progress(orders))
                    .containsOnly(
                        Map.entry("night-2011-03", BigDecimal.ONE),
                        Map.entry("night-2011-04", BigDecimal.TWO)));
  }

  /** In batches, of which a line that comes again is now in the same and now in a later one. */
  private static void send() {
    List<ProducerRecord<String, String>> batch = new ArrayList<>();
    List<ProducerRecord<String, String>> later = new ArrayList<>();
    RetailLine.each(
        FILE,
        line -> {
          lines++;
          batch.add(line.event());
          if (line.number() % 20 == 0) {
            repeated++;
            (line.number() % 40 == 0 ? batch : later).add(line.event());
          }
          if (batch.size() >= 2_000) {
            kafka.send(batch.stream());
            batch.clear();
          }
        });
    kafka.send(Stream.concat(batch.stream(), later.stream()));
  }

  private static ProducerRecord<String, String> shop() {
    List<Dated> members =
        EXPECTED.keySet().stream()
            .filter(of -> !isMonth(of))
            .map(country -> new Dated(RetailLine.seller(country), null, null))
            .toList();
    TeamChanged team = new TeamChanged(SHOP.id(), 1, "Shop", List.of(), List.of(), members);
    return PlainKafka.event(EventType.TEAM_CHANGED, SHOP.id(), "/milepost/goals", "shop:1", team);
  }

  /** The shop's goal for a month, or a country's for all of the time. */
  private static RevenueGoal goal(String of) {
    return isMonth(of)
        ? monthly(of, SHOP, REVENUE, of)
        : new RevenueGoal(
            of,
            Owner.participant(RetailLine.seller(of)),
            REVENUE,
            ALL_TIME,
            RetailLine.ZONE,
            BigDecimal.TEN);
  }

  private static RevenueGoal monthly(String id, Owner owner, MetricVersion metric, String month) {
    LocalDate start = YearMonth.parse(month).atDay(1);
    Period period = period(month, start, start.plusMonths(1));
    return new RevenueGoal(id, owner, metric, period, RetailLine.ZONE, BigDecimal.TEN);
  }

  private static Period period(String label, LocalDate start, LocalDate end) {
    return new Period(
        label,
        start.atStartOfDay(RetailLine.ZONE).toInstant(),
        end.atStartOfDay(RetailLine.ZONE).toInstant());
  }

  private static ProducerRecord<String, String> order(String id, String at, String amount) {
    SalesEvent data =
        SalesEvent.sold(
            LocalDateTime.parse(at).atZone(RetailLine.ZONE).toInstant(),
            "night-shop",
            List.of(),
            new Money(new BigDecimal(amount), "GBP"));
    return PlainKafka.event(EventType.ORDER_PLACED, id, "/night", id, data);
  }

  private static boolean isMonth(String of) {
    return of.startsWith("20");
  }

  private static Map<String, BigDecimal> progress(MetricVersion metric) {
    return tracking.list(OPS, "/v1/progress?metric=" + metric.key()).stream()
        .collect(
            Collectors.toMap(
                goal -> goal.path("goalId").asText(),
                goal -> new BigDecimal(goal.path("actual").asText())));
  }

  private static Map<String, BigDecimal> rounded(
      Map<String, BigDecimal> sums, Predicate<String> which, int scale) {
    return sums.entrySet().stream()
        .filter(sum -> which.test(sum.getKey()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, sum -> sum.getValue().setScale(scale, RoundingMode.HALF_EVEN)));
  }

  private static long sum(List<JsonNode> days, String count) {
    return days.stream().mapToLong(day -> day.path(count).asLong()).sum();
  }
}
