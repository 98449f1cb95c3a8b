package dev.milepost.benchmarks.growth;

import dev.milepost.benchmarks.growth.GrowthResult.Point;
import dev.milepost.benchmarks.stage.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The cost of a sale as stored sales and goals become more, three goals to each sale throughout.
 */
public final class GrowthBenchmark {
  /** Goals while the stored sales grow. */
  private static final int USUAL_GOALS = 1_000;

  /** Sales stored while the goals grow. */
  private static final List<Long> FEW_STORED = List.of(10_000L);

  /** Sellers of 100 goals. */
  private static final int FEW_SELLERS = 90;

  private final Stage stage;
  private final Settings settings;

  public GrowthBenchmark(Stage stage, Settings settings) {
    this.stage = stage;
    this.settings = settings;
  }

  /**
   * What is to be measured.
   *
   * @param stored sales stored, rising
   * @param goals goals followed, rising, in hundreds
   * @param slice sales whose cost is measured at once
   * @param warmUp sales that the JVM takes in before anything is measured
   */
  public record Settings(List<Long> stored, List<Integer> goals, long slice, long warmUp) {}

  public GrowthResult run() throws IOException, InterruptedException {
    stage.terminal().say("growth: slices of %,d sales".formatted(settings.slice()));
    List<Point> stored = life(USUAL_GOALS, Integer.MAX_VALUE, settings.stored());
    List<Point> goals = new ArrayList<>();
    List<Point> others = new ArrayList<>();
    for (int count : settings.goals()) {
      goals.addAll(life(count, Integer.MAX_VALUE, FEW_STORED));
      others.addAll(life(count, FEW_SELLERS, FEW_STORED));
    }
    return GrowthResult.of(stored, goals, others);
  }

  private List<Point> life(int goals, int sellers, List<Long> stored)
      throws IOException, InterruptedException {
    return new Life(stage, settings, goals, sellers).points(stored);
  }
}
