package dev.milepost.benchmarks.growth;

import dev.milepost.benchmarks.growth.GrowthResult.Point;
import dev.milepost.benchmarks.stage.Books;
import dev.milepost.benchmarks.stage.CpuLog;
import dev.milepost.benchmarks.stage.Service;
import dev.milepost.benchmarks.stage.Stage;
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
import java.util.List;
import java.util.stream.IntStream;

/** One life of the service, with so many goals, over ever more sales. */
final class Life {
  private static final int SLICES = 3;
  private static final Duration BACKLOG = Duration.ofDays(10);
  private static final Duration APART = Duration.ofMillis(500);

  /** Milestones are met at one rate, however many goals there are: about 1 in 400 sales. */
  private static final BigDecimal PARTICIPANT_TARGET = new BigDecimal("750000");

  private static final BigDecimal OUT_OF_REACH = new BigDecimal("1000000000000");

  private final Stage stage;
  private final GrowthBenchmark.Settings settings;
  private final SalesForce force;
  private final Instant start;
  private final Sales sales;
  private long published;
  private long stored;

  Life(Stage stage, GrowthBenchmark.Settings settings, int activeGoals, int sellers) {
    this.stage = stage;
    this.settings = settings;
    this.force = SalesForce.withGoals(activeGoals);
    this.start = stage.clock().instant().minus(BACKLOG).truncatedTo(ChronoUnit.DAYS);
    this.sales = new Sales(Math.min(sellers, force.participants()), start, APART);
  }

  /** The cost at each number of stored sales, rising. */
  List<Point> points(List<Long> sizes) throws IOException, InterruptedException {
    Goals goals = new Goals(start, start.plus(BACKLOG.multipliedBy(4)));
    stage.tell(
        force, IntStream.range(0, force.owners()).mapToObj(owner -> goal(goals, owner)), start);
    stage.startOver();
    List<Point> points = new ArrayList<>();
    try (CpuLog cpu = CpuLog.start(stage.servers(), stage.clock());
        Service service = stage.startService()) {
      warmUp();
      for (long size : sizes) {
        points.add(point(size, cpu));
      }
    }
    return points;
  }

  /** Its thresholds lie elsewhere for every owner, so that few milestones are met at once. */
  private GoalSnapshot goal(Goals goals, int owner) {
    BigDecimal target = owner < force.participants() ? PARTICIPANT_TARGET : OUT_OF_REACH;
    BigDecimal step = BigDecimal.valueOf(owner * 37L % 100 + 1).movePointLeft(2);
    List<BigDecimal> thresholds =
        IntStream.range(0, 4)
            .mapToObj(i -> step.add(BigDecimal.valueOf(i)))
            .map(quarters -> quarters.divide(BigDecimal.valueOf(4), 4, RoundingMode.UNNECESSARY))
            .toList();
    return goals.goal(force.owner(owner), target, thresholds);
  }

  private void warmUp() {
    try (Books books = Books.open(stage.servers())) {
      books.awaitGoals(force.owners());
    }
    Snapshot beforeSales = Snapshot.take(stage.servers());
    feed(settings.warmUp());
    beforeSales.restore();
    stored = 0;
  }

  private Point point(long size, CpuLog cpu) {
    feed(size - stored);
    long before = stored;
    List<Double> slices = new ArrayList<>();
    for (int i = 0; i < SLICES; i++) {
      Instant begin = cpu.mark();
      feed(settings.slice());
      slices.add(cpu.since(begin).per100k(settings.slice()));
    }
    Point point = Point.of(before, force.owners(), sales.sellers(), List.copyOf(slices));
    stage
        .terminal()
        .say(
            "  %,9d stored, %,6d goals, %,5d sellers: CPU %5.2f s per 100,000"
                .formatted(before, force.owners(), sales.sellers(), point.cpuSecondsPer100k()));
    return point;
  }

  /** Publishes the next sales and waits until they are counted and told. */
  private void feed(long count) {
    if (count <= 0) {
      return;
    }
    stage.broker().publish(sales.range(published, published + count).map(Records::of));
    published += count;
    stored += count;
    try (Books books = Books.open(stage.servers())) {
      books.awaitLines(3 * stored);
      books.awaitTold();
    }
  }
}
