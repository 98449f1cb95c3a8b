package dev.milepost.benchmarks.growth;

import dev.milepost.benchmarks.report.Statistics;
import java.util.List;

/**
 * What 100,000 sales cost in processor time of service and database, as things grow.
 *
 * @param storedEvents with ever more sales stored
 * @param storedEventsSpread the greatest cost by the least of these
 * @param levels the same with levels in place of sums: windows with ever more sales
 * @param levelsSpread the greatest cost by the least of these
 * @param activeGoals with ever more goals, all of which the sales are scattered over
 * @param activeGoalsSpread the greatest cost by the least of these
 * @param otherGoals with ever more goals, the sales being those of the same few participants
 * @param otherGoalsSpread the greatest cost by the least of these
 */
public record GrowthResult(
    List<Point> storedEvents,
    double storedEventsSpread,
    List<Point> levels,
    double levelsSpread,
    List<Point> activeGoals,
    double activeGoalsSpread,
    List<Point> otherGoals,
    double otherGoalsSpread) {

  /**
   * The cost at one size.
   *
   * @param storedEvents sales stored before the first slice
   * @param activeGoals goals that are followed
   * @param sellers participants whose sales they are
   * @param cpuSecondsPer100k median of the slices
   * @param slices the cost of each slice, in turn
   */
  public record Point(
      long storedEvents,
      int activeGoals,
      int sellers,
      double cpuSecondsPer100k,
      List<Double> slices) {
    static Point of(long storedEvents, int activeGoals, int sellers, List<Double> slices) {
      return new Point(storedEvents, activeGoals, sellers, Statistics.median(slices), slices);
    }
  }

  static GrowthResult of(
      List<Point> stored, List<Point> levels, List<Point> goals, List<Point> others) {
    return new GrowthResult(
        stored,
        spread(stored),
        levels,
        spread(levels),
        goals,
        spread(goals),
        others,
        spread(others));
  }

  private static double spread(List<Point> points) {
    return Statistics.spread(points.stream().map(Point::cpuSecondsPer100k).toList());
  }
}
