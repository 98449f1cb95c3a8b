package dev.milepost.benchmarks;

import dev.milepost.benchmarks.growth.GrowthBenchmark;
import dev.milepost.benchmarks.growth.GrowthResult;
import dev.milepost.benchmarks.ingest.IngestBenchmark;
import dev.milepost.benchmarks.ingest.IngestResult;
import dev.milepost.benchmarks.latency.LatencyBenchmark;
import dev.milepost.benchmarks.latency.LatencyResult;
import dev.milepost.benchmarks.stage.BenchmarkFailure;
import dev.milepost.benchmarks.stage.Folders;
import dev.milepost.benchmarks.stage.Stage;
import dev.milepost.local.process.StartFailure;
import dev.milepost.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The program behind {@code make bench}, called in the directory of the project. */
public final class Benchmarks {
  private final Settings settings;
  private final Terminal terminal;
  private final Clock clock;

  private Benchmarks(Settings settings, Terminal terminal, Clock clock) {
    this.settings = settings;
    this.terminal = terminal;
    this.clock = clock;
  }

  public static void main(String[] args) {
    try {
      Settings settings = Settings.of(System.getenv());
      endAfter(settings.limit());
      new Benchmarks(settings, Terminal.ofProcess(), Clock.systemUTC()).run();
    } catch (BenchmarkFailure | StartFailure e) {
      System.err.println("FAILED: " + e.getMessage());
      if (e.getCause() != null) {
        e.getCause().printStackTrace();
      }
      System.exit(1);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  /** A run that hangs ends all the same; what it started is stopped on the way out. */
  private static void endAfter(Duration limit) {
    Thread.ofPlatform()
        .daemon()
        .name("limit")
        .start(
            () -> {
              try {
                Thread.sleep(limit);
                System.err.println("FAILED: not done after " + limit.toMinutes() + " minutes");
                System.exit(1);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private void run() throws IOException, InterruptedException {
    Folders folders = new Folders(Path.of("").toAbsolutePath());
    String begin = clock.instant().toString();
    Results results;
    try (Stage stage = Stage.set(folders, settings.jvm(), terminal, clock)) {
      Map<String, Object> inForce = inForce(stage);
      inForce.forEach((name, value) -> terminal.say("  " + name + " " + value));
      results = new Results(begin, inForce, ingest(stage), latency(stage), growth(stage));
    }
    Path file = folders.target().resolve("results.json");
    results.write(file);
    Table.of(results).forEach(terminal::say);
    terminal.say("");
    terminal.say("Written to " + file);
  }

  private Map<String, Object> inForce(Stage stage) {
    Map<String, Object> inForce = new LinkedHashMap<>();
    for (String name :
        new String[] {"server_version", "fsync", "synchronous_commit", "full_page_writes"}) {
      inForce.put(name, stage.setting(name));
    }
    inForce.put("heap", settings.jvm().heap());
    inForce.put("cores", Runtime.getRuntime().availableProcessors());
    inForce.put("jdk", Runtime.version().toString());
    return inForce;
  }

  private @Nullable IngestResult ingest(Stage stage) throws IOException, InterruptedException {
    return settings.measures(Settings.INGEST)
        ? new IngestBenchmark(stage, settings.ingest()).run()
        : null;
  }

  private @Nullable LatencyResult latency(Stage stage) throws IOException, InterruptedException {
    return settings.measures(Settings.LATENCY)
        ? new LatencyBenchmark(stage, settings.latency()).run()
        : null;
  }

  private @Nullable GrowthResult growth(Stage stage) throws IOException, InterruptedException {
    return settings.measures(Settings.GROWTH)
        ? new GrowthBenchmark(stage, settings.growth()).run()
        : null;
  }
}
