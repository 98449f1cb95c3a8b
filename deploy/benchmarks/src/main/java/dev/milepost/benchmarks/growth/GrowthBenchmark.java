package dev.milepost.benchmarks.growth;

import dev.milepost.benchmarks.growth.GrowthResult.Point;
import dev.milepost.benchmarks.stage.CpuLog;
import dev.milepost.benchmarks.stage.CpuLog.Cpu;
import dev.milepost.benchmarks.stage.Service;
import dev.milepost.benchmarks.stage.Stage;
import dev.milepost.benchmarks.workload.SalesForce;
import dev.milepost.contract.MetricVersion.Aggregation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The cost of a sale as stored sales and goals become more, three goals to each sale throughout.
 * One service works with a database of each size in turn, round by round, so that a machine which
 * is slow for a while is slow for all of them.
 */
public final class GrowthBenchmark {
  /** Goals while the stored sales grow. */
  private static final int USUAL_GOALS = 1_000;

  /** Sales stored while the goals grow. */
  private static final long FEW_STORED = 10_000;

  /** Sellers of 100 goals. */
  private static final int FEW_SELLERS = 90;

  private static final int ROUNDS = 5;

  private final Stage stage;
  private final Settings settings;
  private final Map<Size, Scene> scenes = new LinkedHashMap<>();
  private final Map<Case, List<Double>> slices = new LinkedHashMap<>();

  public GrowthBenchmark(Stage stage, Settings settings) {
    this.stage = stage;
    this.settings = settings;
  }

  /**
   * What is to be measured.
   *
   * @param stored sales stored
   * @param goals goals followed, in hundreds
   * @param slice sales whose cost is measured at once
   */
  public record Settings(List<Long> stored, List<Integer> goals, long slice) {}

  /** What a database has: goals of metrics that aggregate so, and sales. */
  private record Size(Aggregation aggregation, int goals, long stored) {
    Size with(Aggregation other) {
      return new Size(other, goals, stored);
    }

    Size withoutSales() {
      return new Size(aggregation, goals, 0);
    }
  }

  /** The sales of so many participants at one size. */
  private record Case(Size size, int sellers) {}

  public GrowthResult run() throws IOException, InterruptedException {
    stage.terminal().say("growth: slices of %,d sales".formatted(settings.slice()));
    List<Case> stored = settings.stored().stream().map(sales -> all(USUAL_GOALS, sales)).toList();
    List<Case> goals = settings.goals().stream().map(count -> all(count, FEW_STORED)).toList();
    List<Case> others = goals.stream().map(one -> new Case(one.size(), FEW_SELLERS)).toList();
    List<Case> levels =
        stored.stream()
            .map(one -> new Case(one.size().with(Aggregation.AVERAGE), one.sellers()))
            .toList();
    List.of(stored, levels, goals, others)
        .forEach(cases -> cases.forEach(one -> slices.put(one, new ArrayList<>())));
    stage.broker().clear();
    stage.startOver();
    try (CpuLog cpu = CpuLog.start(stage.servers(), stage.clock());
        Service service = stage.startService();
        Shelf shelf = new Shelf(stage.servers())) {
      setScenes(shelf);
      List<Case> order = List.copyOf(slices.keySet());
      for (int round = 1; round <= ROUNDS; round++) {
        order.forEach(one -> measure(one, cpu));
        order = order.reversed();
      }
    }
    return GrowthResult.of(points(stored), points(levels), points(goals), points(others));
  }

  /** The sales of everybody who has a goal. */
  private static Case all(int goals, long stored) {
    Size size = new Size(Aggregation.SUM, goals, stored);
    return new Case(size, SalesForce.withGoals(goals).participants());
  }

  private void setScenes(Shelf shelf) {
    Scene empty = Scene.empty(stage, shelf);
    Map<Size, TreeSet<Long>> wanted = new LinkedHashMap<>();
    for (Case one : slices.keySet()) {
      wanted
          .computeIfAbsent(one.size().withoutSales(), goals -> new TreeSet<>())
          .add(one.size().stored());
    }
    wanted.forEach(
        (goals, sizes) -> {
          Scene scene = empty.withGoals(goals.goals(), goals.aggregation());
          for (long stored : sizes) {
            scene = scene.withStored(stored);
            scenes.put(new Size(goals.aggregation(), goals.goals(), stored), scene);
            stage
                .terminal()
                .say(
                    "  %,9d sales stored, %,6d goals, %s"
                        .formatted(stored, goals.goals(), goals.aggregation()));
          }
        });
  }

  private void measure(Case one, CpuLog cpu) {
    Scene scene = Objects.requireNonNull(scenes.get(one.size()));
    Cpu cost = scene.slice(settings.slice(), one.sellers(), cpu);
    double per100k = cost.per100k(settings.slice());
    Objects.requireNonNull(slices.get(one)).add(per100k);
    stage
        .terminal()
        .say(
            "  %,9d stored, %,6d goals, %s, %,5d sellers: CPU %5.2f s per 100,000 (database %.0f %%)"
                .formatted(
                    one.size().stored(),
                    one.size().goals(),
                    one.size().aggregation(),
                    one.sellers(),
                    per100k,
                    cost.database() / (cost.service() + cost.database()) * 100));
  }

  private List<Point> points(List<Case> cases) {
    return cases.stream()
        .map(
            one ->
                Point.of(
                    one.size().stored(),
                    one.size().goals(),
                    one.sellers(),
                    List.copyOf(Objects.requireNonNull(slices.get(one)))))
        .toList();
  }
}
