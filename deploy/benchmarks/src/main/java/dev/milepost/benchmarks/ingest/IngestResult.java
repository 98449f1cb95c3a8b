package dev.milepost.benchmarks.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.milepost.benchmarks.report.Statistics;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a backlog was taken in. Each figure is the median of its pairs.
 *
 * @param events sales on the topic when the service started
 * @param eventsPerSecond from the first taken in to all counted
 * @param eventsPerSecondTold from the first taken in until the broker has all that is told of them
 * @param floorEventsPerSecond the same rows written inside the database
 * @param ratio of each service's rate to its floor's
 * @param cpuSecondsPer100k processor time of service and database for 100,000 events, until all is
 *     told
 * @param serviceCpuSecondsPer100k the service's part of it, the warm-up of its JVM included
 * @param databaseCpuSecondsPer100k the database's part of it
 * @param floorCpuSecondsPer100k the same of the floor
 * @param sumsChecked what was compared and found equal
 * @param pairs each service's run with the floor after it
 */
@JsonInclude(Include.NON_NULL)
public record IngestResult(
    long events,
    double eventsPerSecond,
    double eventsPerSecondTold,
    @Nullable Double floorEventsPerSecond,
    @Nullable Double ratio,
    double cpuSecondsPer100k,
    double serviceCpuSecondsPer100k,
    double databaseCpuSecondsPer100k,
    @Nullable Double floorCpuSecondsPer100k,
    List<String> sumsChecked,
    List<Pair> pairs) {

  /** One run of the service and, unless it was left out, one of the floor. */
  @JsonInclude(Include.NON_NULL)
  public record Pair(
      double eventsPerSecond,
      double eventsPerSecondTold,
      double serviceCpuSecondsPer100k,
      double databaseCpuSecondsPer100k,
      @Nullable Double floorEventsPerSecond,
      @Nullable Double floorCpuSecondsPer100k) {

    double cpuSecondsPer100k() {
      return serviceCpuSecondsPer100k + databaseCpuSecondsPer100k;
    }

    @Nullable Double ratio() {
      return floorEventsPerSecond == null ? null : eventsPerSecond / floorEventsPerSecond;
    }
  }

  /** The result of these pairs. */
  public static IngestResult of(long events, List<Pair> pairs, List<String> sumsChecked) {
    return new IngestResult(
        events,
        median(pairs, Pair::eventsPerSecond),
        median(pairs, Pair::eventsPerSecondTold),
        medianIfAny(pairs, Pair::floorEventsPerSecond),
        medianIfAny(pairs, Pair::ratio),
        median(pairs, Pair::cpuSecondsPer100k),
        median(pairs, Pair::serviceCpuSecondsPer100k),
        median(pairs, Pair::databaseCpuSecondsPer100k),
        medianIfAny(pairs, Pair::floorCpuSecondsPer100k),
        sumsChecked,
        pairs);
  }

  private static double median(List<Pair> pairs, Function<Pair, Double> figure) {
    return Statistics.median(pairs.stream().map(figure).toList());
  }

  private static @Nullable Double medianIfAny(
      List<Pair> pairs, Function<Pair, @Nullable Double> figure) {
    List<Double> figures = pairs.stream().map(figure).filter(Objects::nonNull).toList();
    return figures.isEmpty() ? null : Statistics.median(figures);
  }
}
