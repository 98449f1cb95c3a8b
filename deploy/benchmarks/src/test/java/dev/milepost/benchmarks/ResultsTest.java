package dev.milepost.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.milepost.benchmarks.growth.GrowthResult;
import dev.milepost.benchmarks.growth.GrowthResult.Point;
import dev.milepost.benchmarks.ingest.IngestResult;
import dev.milepost.benchmarks.ingest.IngestResult.Pair;
import dev.milepost.benchmarks.latency.LatencyResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final List<Pair> PAIRS =
      List.of(pair(20_000, 25_000.0), pair(30_000, 20_000.0), pair(22_000, 22_000.0));

  private static Pair pair(double rate, @Nullable Double floor) {
    return new Pair(rate, rate - 1_000, 2, 3, floor, floor == null ? null : 4.0);
  }

  @Test
  void hasTheFieldsThatOthersRead() throws IOException {
    JsonNode json = json(IngestResult.of(300_000, PAIRS, List.of("sums")));

    assertThat(json.at("/settings/fsync").asText()).isEqualTo("on");
    assertThat(json.at("/ingest/events").asLong()).isEqualTo(300_000);
    assertThat(json.at("/ingest/eventsPerSecond").asDouble()).isEqualTo(22_000);
    assertThat(json.at("/ingest/floorEventsPerSecond").asDouble()).isEqualTo(22_000);
    assertThat(json.at("/ingest/ratio").asDouble()).as("median of ratios").isEqualTo(1.0);
    assertThat(json.at("/ingest/cpuSecondsPer100k").asDouble()).isEqualTo(5);
    assertThat(json.at("/ingest/pairs")).hasSize(3);
    assertThat(json.at("/latency/ratePerSecond").asDouble()).isEqualTo(500);
    assertThat(json.at("/latency/p50Millis").asDouble()).isEqualTo(3.142);
    assertThat(json.at("/latency/p99Millis").asDouble()).isEqualTo(20.5);
    assertThat(json.at("/growth/storedEvents/0/cpuSecondsPer100k").asDouble()).isEqualTo(5);
    assertThat(json.at("/growth/storedEventsSpread").asDouble()).isEqualTo(1.2);
    assertThat(json.at("/growth/activeGoalsSpread").asDouble()).isEqualTo(1);
  }

  @Test
  void leavesOutTheFloorThatWasNotMeasured() throws IOException {
    JsonNode json = json(IngestResult.of(10, List.of(pair(20_000, null)), List.of()));

    assertThat(json.at("/ingest").has("ratio")).isFalse();
    assertThat(json.at("/ingest").has("eventsPerSecond")).isTrue();
  }

  @Test
  void saysWhatWasReachedAndWhatWasNot() {
    List<String> table = Table.of(results(IngestResult.of(300_000, PAIRS, List.of("sums"))));

    assertThat(table).anyMatch(line -> line.matches("ratio.* 1\\.00 .*: reached"));
    assertThat(table).anyMatch(line -> line.matches(".*p99.* 20\\.5 ms .*: reached"));
    assertThat(Table.of(results(IngestResult.of(10, PAIRS.subList(0, 1), List.of()))))
        .anyMatch(line -> line.matches("ratio.* 0\\.80 .*: NOT REACHED"));
  }

  private static JsonNode json(IngestResult ingest) throws IOException {
    return new ObjectMapper().readTree(results(ingest).json());
  }

  private static Results results(IngestResult ingest) {
    return new Results(
        "2026-01-01T00:00:00Z",
        Map.of("fsync", "on"),
        ingest,
        new LatencyResult(500, 35, 5_000, 3.14159, 20.5, 31),
        new GrowthResult(
            List.of(new Point(10_000, 1_000, 900, 5, List.of(5.0, 4.0, 6.0))),
            1.2,
            List.of(),
            1,
            List.of(),
            1,
            List.of(),
            1));
  }
}
