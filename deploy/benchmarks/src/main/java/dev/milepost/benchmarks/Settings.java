package dev.milepost.benchmarks;

import dev.milepost.benchmarks.growth.GrowthBenchmark;
import dev.milepost.benchmarks.ingest.IngestBenchmark;
import dev.milepost.benchmarks.latency.LatencyBenchmark;
import dev.milepost.benchmarks.stage.BenchmarkFailure;
import dev.milepost.benchmarks.stage.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run is to measure, by environment variables; the README of the module lists them.
 *
 * @param only the parts to run
 * @param limit how long the whole run may take
 */
record Settings(
    Set<String> only,
    IngestBenchmark.Settings ingest,
    LatencyBenchmark.Settings latency,
    GrowthBenchmark.Settings growth,
    Service.Jvm jvm,
    Duration limit) {
  static final String INGEST = "ingest";
  static final String LATENCY = "latency";
  static final String GROWTH = "growth";
  private static final Set<String> PARTS = Set.of(INGEST, LATENCY, GROWTH);

  static Settings of(Map<String, String> environment) {
    Reader reader = new Reader(environment);
    return new Settings(
        parts(reader),
        new IngestBenchmark.Settings(
            reader.number("EVENTS", 600_000),
            (int) reader.number("PAIRS", 3),
            !"0".equals(environment.get("FLOOR"))),
        new LatencyBenchmark.Settings(
            (int) reader.number("RATE", 500),
            (int) reader.number("SECONDS", 35),
            (int) reader.number("WARM_UP_SECONDS", 60)),
        new GrowthBenchmark.Settings(
            reader.list("STORED", "10000,100000,1000000", Long::valueOf),
            reader.list("GOALS", "100,1000,10000", Integer::valueOf),
            reader.number("SLICE", 20_000)),
        new Service.Jvm(
            environment.getOrDefault("HEAP", "256m"),
            Stream.of(environment.getOrDefault("JVM", "").split(" "))
                .filter(option -> !option.isEmpty())
                .toList()),
        Duration.ofMinutes(reader.number("LIMIT_MINUTES", 30)));
  }

  private static Set<String> parts(Reader reader) {
    Set<String> parts =
        Set.copyOf(reader.list("ONLY", String.join(",", PARTS), Function.identity()));
    if (!PARTS.containsAll(parts)) {
      throw new BenchmarkFailure("ONLY is to be of " + PARTS + ", not " + parts);
    }
    return parts;
  }

  boolean measures(String part) {
    return only.contains(part);
  }

  private record Reader(Map<String, String> environment) {

    long number(String name, long usual) {
      return list(name, Long.toString(usual), Long::valueOf).getFirst();
    }

    <T> List<T> list(String name, String usual, Function<String, T> parse) {
      String text = environment.getOrDefault(name, usual);
      try {
        return Stream.of(text.split(","))
            .map(String::strip)
            .map(parse)
            .collect(Collectors.toList());
      } catch (NumberFormatException e) {
        throw new BenchmarkFailure(name + " is not to be \"" + text + "\"", e);
      }
    }
  }
}
