package dev.milepost.benchmarks;

import dev.milepost.benchmarks.growth.GrowthResult;
import dev.milepost.benchmarks.growth.GrowthResult.Point;
import dev.milepost.benchmarks.ingest.IngestResult;
import dev.milepost.benchmarks.latency.LatencyResult;
import java.util.ArrayList;
import java.util.List;

/** Results for people, each beside what is to be reached where something is. */
final class Table {
  private static final double RATIO_TO_REACH = 1.0;
  private static final double P99_TO_REACH = 50;
  private static final double SPREAD_TO_REACH = 1.2;

  private final List<String> lines = new ArrayList<>();

  private Table() {}

  static List<String> of(Results results) {
    Table table = new Table();
    table.lines.add("");
    results.settings().forEach((name, value) -> table.row(name, value.toString()));
    table.lines.add("");
    if (results.ingest() != null) {
      table.ingest(results.ingest());
    }
    if (results.latency() != null) {
      table.latency(results.latency());
    }
    if (results.growth() != null) {
      table.growth(results.growth());
    }
    return table.lines;
  }

  private void ingest(IngestResult ingest) {
    row("events taken in", "%,d".formatted(ingest.events()));
    row("events/s", "%,.0f".formatted(ingest.eventsPerSecond()));
    row("events/s until told", "%,.0f".formatted(ingest.eventsPerSecondTold()));
    row(
        "CPU s per 100,000",
        "%.2f (service %.2f, database %.2f)"
            .formatted(
                ingest.cpuSecondsPer100k(),
                ingest.serviceCpuSecondsPer100k(),
                ingest.databaseCpuSecondsPer100k()));
    if (ingest.ratio() != null) {
      row("floor events/s", "%,.0f".formatted(ingest.floorEventsPerSecond()));
      row("floor CPU s per 100,000", "%.2f".formatted(ingest.floorCpuSecondsPer100k()));
      row(
          "ratio to the floor",
          "%.2f".formatted(ingest.ratio()),
          "at least %.1f".formatted(RATIO_TO_REACH),
          ingest.ratio() >= RATIO_TO_REACH);
    }
    row("checked", String.join(", ", ingest.sumsChecked()));
  }

  private void latency(LatencyResult latency) {
    row("milestones", "%,d at %.0f/s".formatted(latency.milestones(), latency.ratePerSecond()));
    row("to a milestone, p50", "%.1f ms".formatted(latency.p50Millis()));
    row(
        "to a milestone, p99",
        "%.1f ms".formatted(latency.p99Millis()),
        "under %.0f ms".formatted(P99_TO_REACH),
        latency.p99Millis() < P99_TO_REACH);
    row("to a milestone, longest", "%.1f ms".formatted(latency.longestMillis()));
  }

  private void growth(GrowthResult growth) {
    points("stored events", growth.storedEvents(), growth.storedEventsSpread());
    points("stored events, levels", growth.levels(), growth.levelsSpread());
    points("active goals", growth.activeGoals(), growth.activeGoalsSpread());
    points("active goals of others", growth.otherGoals(), growth.otherGoalsSpread());
  }

  private void points(String what, List<Point> points, double spread) {
    for (Point point : points) {
      row(
          "CPU s per 100,000 by " + what,
          "%6.2f  (%,d stored, %,d goals, %,d sellers)"
              .formatted(
                  point.cpuSecondsPer100k(),
                  point.storedEvents(),
                  point.activeGoals(),
                  point.sellers()));
    }
    row(
        "spread by " + what,
        "%.2f".formatted(spread),
        "at most %.1f".formatted(SPREAD_TO_REACH),
        spread <= SPREAD_TO_REACH);
  }

  private void row(String name, String value) {
    lines.add("%-42s %s".formatted(name, value));
  }

  private void row(String name, String value, String wanted, boolean reached) {
    row(name, "%-10s %s: %s".formatted(value, wanted, reached ? "reached" : "NOT REACHED"));
  }
}
