package dev.milepost.benchmarks.ingest;

import dev.milepost.benchmarks.ingest.IngestResult.Pair;
import dev.milepost.benchmarks.stage.Books;
import dev.milepost.benchmarks.stage.CpuLog;
import dev.milepost.benchmarks.stage.Service;
import dev.milepost.benchmarks.stage.Stage;
import dev.milepost.benchmarks.workload.Expected;
import dev.milepost.benchmarks.workload.Expected.Position;
import dev.milepost.benchmarks.workload.Goals;
import dev.milepost.benchmarks.workload.Records;
import dev.milepost.benchmarks.workload.Sales;
import dev.milepost.benchmarks.workload.SalesForce;
import dev.milepost.contract.GoalSnapshot;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Service and floor in turns, over the same backlog. */
public final class IngestBenchmark {
  private static final SalesForce FORCE = SalesForce.STANDARD;
  private static final Duration BACKLOG = Duration.ofDays(10);
  private static final Duration APART = Duration.ofMillis(500);

  /** Every twentieth sale is sent again, which is 5 %. */
  private static final int AGAIN = 20;

  private final Stage stage;
  private final Settings settings;
  private final Instant start;
  private final Sales sales;
  private final Expected expected;
  private final Map<Integer, BigDecimal> targets = new HashMap<>();
  private final List<String> checked = new ArrayList<>();

  public IngestBenchmark(Stage stage, Settings settings) {
    this.stage = stage;
    this.settings = settings;
    this.start = stage.clock().instant().minus(BACKLOG).truncatedTo(ChronoUnit.DAYS);
    this.sales = new Sales(FORCE.participants(), start, APART);
    this.expected = Expected.of(FORCE, sales.range(0, settings.events()));
    IntStream.range(0, FORCE.owners()).forEach(owner -> targets.put(owner, target(owner)));
  }

  /**
   * What is to be measured.
   *
   * @param events sales on the topic
   * @param pairs how often service and floor take turns
   * @param floor whether the floor is measured at all
   */
  public record Settings(long events, int pairs, boolean floor) {}

  /** Between 50 and 99 % of what the owner will have sold, so that milestones are scattered. */
  private BigDecimal target(int owner) {
    BigDecimal part = BigDecimal.valueOf(50 + owner % 50, 2);
    return expected.actual(owner).multiply(part).setScale(2, RoundingMode.DOWN).max(BigDecimal.ONE);
  }

  public IngestResult run() throws IOException, InterruptedException {
    stage.terminal().say("ingest: %,d sales on the topic".formatted(settings.events()));
    stage.broker().clear();
    stage.tell(FORCE, goals(), start);
    stage.broker().publish(sales.range(0, settings.events()).map(Records::of));
    stage.readSales();
    @Nullable Floor floor =
        settings.floor() ? Floor.prepare(stage, FORCE, sales.range(0, settings.events())) : null;
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i <= settings.pairs(); i++) {
      pairs.add(pair(floor, i == settings.pairs()));
    }
    return IngestResult.of(settings.events(), pairs, List.copyOf(checked));
  }

  private Stream<GoalSnapshot> goals() {
    Goals goals = new Goals(start, start.plus(BACKLOG.multipliedBy(4)));
    return targets.entrySet().stream()
        .map(goal -> goals.goal(FORCE.owner(goal.getKey()), goal.getValue(), Goals.QUARTERS));
  }

  private Pair pair(@Nullable Floor floor, boolean last) throws IOException, InterruptedException {
    stage.startOver();
    Pair alone = service(last);
    if (floor == null) {
      return alone;
    }
    Floor.Result beside = floor.run(targets);
    Sums.require("the floor's sums", expected.positions(), beside.positions());
    double rate = settings.events() / beside.seconds();
    double cpu = beside.cpuSeconds() / settings.events() * 100_000;
    stage
        .terminal()
        .say("  floor    %,8.0f events/s  CPU %5.2f s per 100,000".formatted(rate, cpu));
    return new Pair(
        alone.eventsPerSecond(),
        alone.eventsPerSecondTold(),
        alone.serviceCpuSecondsPer100k(),
        alone.databaseCpuSecondsPer100k(),
        rate,
        cpu);
  }

  private Pair service(boolean last) throws IOException, InterruptedException {
    Told told = Told.from(stage.broker());
    try (CpuLog cpu = CpuLog.start(stage.servers(), stage.clock());
        Service service = stage.startService();
        Books books = Books.open(stage.servers())) {
      books.awaitLines(expected.lines());
      Instant counted = stage.clock().instant();
      books.awaitTold();
      Instant allTold = stage.clock().instant();
      Instant first = books.firstRecordedAt();
      Pair pair = pair(cpu.since(first), first, counted, allTold);
      check(books, last ? told : null);
      return pair;
    }
  }

  private Pair pair(CpuLog.Cpu cpu, Instant first, Instant counted, Instant told) {
    double events = settings.events();
    Pair pair =
        new Pair(
            events / seconds(first, counted),
            events / seconds(first, told),
            cpu.service() / events * 100_000,
            cpu.database() / events * 100_000,
            null,
            null);
    stage
        .terminal()
        .say(
            "  service  %,8.0f events/s  CPU %5.2f s per 100,000 (service %.2f, database %.2f); %,.0f/s until told"
                .formatted(
                    pair.eventsPerSecond(),
                    pair.cpuSecondsPer100k(),
                    pair.serviceCpuSecondsPer100k(),
                    pair.databaseCpuSecondsPer100k(),
                    pair.eventsPerSecondTold()));
    return pair;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }

  /** The last run is also sent its duplicates, and what it told is read. */
  private void check(Books books, @Nullable Told told) {
    Sums.require("the goals' sums", expected.positions(), books.positions());
    if (told == null) {
      return;
    }
    checked.add("goals' sums in the database");
    stage
        .broker()
        .publish(
            sales.range(0, settings.events()).filter(s -> s.no() % AGAIN == 0).map(Records::of));
    stage.broker().awaitTaken();
    books.awaitTold();
    Sums.require("the goals' sums after 5 % came again", expected.positions(), books.positions());
    checked.add("goals' sums after 5 % were sent again");
    Sums.require("records set aside", 0L, books.setAside());
    check(told.read());
  }

  private void check(Told told) {
    Sums.require("credits told", expected.sales(), told.credits());
    Map<String, Position> moved = new HashMap<>(expected.positions());
    moved.values().removeIf(position -> position.lines() == 0);
    Sums.require("contributions told", moved, told.contributed());
    Sums.require("progress told", expected.positions(), told.progress());
    long milestones = (long) moved.size() * Goals.QUARTERS.size();
    Sums.require("milestones told", milestones, told.crossings());
    checked.addAll(
        List.of("credits told", "contributions told", "progress told", "milestones told"));
  }
}
