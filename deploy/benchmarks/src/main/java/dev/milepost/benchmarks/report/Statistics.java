package dev.milepost.benchmarks.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What many figures come to. */
public final class Statistics {
  private Statistics() {}

  /** The middle figure; between two middle ones, their mean. */
  public static double median(Collection<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("no figures, no median");
    }
    List<Double> sorted = figures.stream().sorted().toList();
    double upper = sorted.get(sorted.size() / 2);
    double lower = sorted.get((sorted.size() - 1) / 2);
    return (lower + upper) / 2;
  }

  /**
   * The least figure that at least such a share of all is not above (the nearest-rank method).
   *
   * @param share in (0, 1]
   */
  public static double percentile(double[] figures, double share) {
    if (figures.length == 0) {
      throw new IllegalArgumentException("no figures, no percentile");
    }
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("not a share: " + share);
    }
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /** The greatest figure by the least; 1 when all are equal. */
  public static double spread(Collection<Double> figures) {
    double greatest = figures.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double least = figures.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    return greatest / least;
  }
}
