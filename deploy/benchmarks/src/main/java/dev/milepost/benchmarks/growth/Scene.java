package dev.milepost.benchmarks.growth;

import dev.milepost.benchmarks.stage.Books;
import dev.milepost.benchmarks.stage.CpuLog;
import dev.milepost.benchmarks.stage.Stage;
import dev.milepost.benchmarks.workload.Goals;
import dev.milepost.benchmarks.workload.Records;
import dev.milepost.benchmarks.workload.Sales;
import dev.milepost.benchmarks.workload.SalesForce;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MetricVersion.Aggregation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A database with so many goals and sales, that the service works with from time to time. */
final class Scene {
  private static final Duration BACKLOG = Duration.ofDays(10);
  private static final Duration APART = Duration.ofMillis(500);

  /** Sales after which the service knows the scene again: its goals and rules are read anew. */
  private static final int SETTLING = 2_000;

  /** Milestones are met at one rate, however many goals there are: about 1 in 400 sales. */
  private static final BigDecimal PARTICIPANT_TARGET = new BigDecimal("750000");

  private static final BigDecimal OUT_OF_REACH = new BigDecimal("1000000000000");

  private final Stage stage;
  private final Shelf shelf;
  private final String name;
  private final SalesForce force;
  private final Instant start;
  private long sold;

  private Scene(Stage stage, Shelf shelf, String name, SalesForce force, Instant start, long sold) {
    this.stage = stage;
    this.shelf = shelf;
    this.name = name;
    this.force = force;
    this.start = start;
    this.sold = sold;
  }

  /** The service with no goals and no sales, as it is now. */
  static Scene empty(Stage stage, Shelf shelf) {
    String name = "empty";
    shelf.put(name);
    Instant start = stage.clock().instant().minus(BACKLOG).truncatedTo(ChronoUnit.DAYS);
    return new Scene(stage, shelf, name, new SalesForce(0, 0, 0), start, 0);
  }

  /** The same with goals of a metric that aggregates so. */
  Scene withGoals(int goals, Aggregation aggregation) {
    String as = "%s_%d".formatted(aggregation.name().toLowerCase(Locale.ROOT), goals);
    Scene scene = copy(as, SalesForce.withGoals(goals));
    scene.play(
        () -> {
          stage.tell(scene.force, scene.goals(aggregation), start);
          try (Books books = Books.open(stage.servers())) {
            books.awaitGoals(goals);
          }
        });
    return scene;
  }

  /** The same with further sales, until so many are stored. */
  Scene withStored(long sales) {
    Scene scene = copy(name + "_" + sales, force);
    scene.play(() -> scene.sell(sales - scene.sold, force.participants()));
    return scene;
  }

  private Scene copy(String as, SalesForce of) {
    shelf.copy(name, as);
    return new Scene(stage, shelf, as, of, start, sold);
  }

  /** Processor time of a slice of sales, those of the first so many participants. */
  CpuLog.Cpu slice(long sales, int sellers, CpuLog cpu) {
    shelf.take(name);
    sell(SETTLING, sellers);
    Instant begin = cpu.mark();
    sell(sales, sellers);
    CpuLog.Cpu cost = cpu.since(begin);
    shelf.put(name);
    return cost;
  }

  private void play(Runnable act) {
    shelf.take(name);
    act.run();
    shelf.put(name);
  }

  private Stream<GoalSnapshot> goals(Aggregation aggregation) {
    Goals goals = new Goals(start, start.plus(BACKLOG.multipliedBy(4)), aggregation);
    return IntStream.range(0, force.owners()).mapToObj(owner -> goal(goals, owner));
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

  /**
   * Publishes the next sales and waits until they are counted and told. The database is not asked
   * before, since adding up many goals costs it something.
   */
  private void sell(long count, int sellers) {
    Sales sales = new Sales(sellers, start, APART);
    stage.broker().publish(sales.range(sold, sold + count).map(Records::of));
    sold += count;
    stage.broker().awaitTaken();
    try (Books books = Books.open(stage.servers())) {
      books.awaitLines(3 * sold);
      books.awaitTold();
    }
  }
}
