package dev.milepost.benchmarks.latency;

import dev.milepost.benchmarks.latency.MilestoneReader.Received;
import dev.milepost.benchmarks.report.Statistics;
import dev.milepost.benchmarks.stage.BenchmarkFailure;
import dev.milepost.benchmarks.stage.Books;
import dev.milepost.benchmarks.stage.Service;
import dev.milepost.benchmarks.stage.Stage;
import dev.milepost.benchmarks.workload.Goals;
import dev.milepost.benchmarks.workload.Records;
import dev.milepost.benchmarks.workload.SalesForce;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Sales at a steady rate, about one in six of which reaches a milestone. */
public final class LatencyBenchmark {
  private static final Crossings CROSSINGS = new Crossings(SalesForce.STANDARD);
  private static final Duration LAST_MILESTONE = Duration.ofSeconds(30);

  /** A machine that publishes slower than it should measures something else. */
  private static final double LEAST_OF_RATE = 0.95;

  private final Stage stage;
  private final Settings settings;
  private final long[] published;

  public LatencyBenchmark(Stage stage, Settings settings) {
    this.stage = stage;
    this.settings = settings;
    this.published = new long[settings.rate() * (settings.warmUpSeconds() + settings.seconds())];
  }

  /**
   * What is to be measured.
   *
   * @param rate sales in a second
   * @param seconds how long it is measured
   * @param warmUpSeconds how long sales flow before that
   */
  public record Settings(int rate, int seconds, int warmUpSeconds) {}

  public LatencyResult run() throws IOException, InterruptedException {
    stage.terminal().say("latency: %,d sales a second".formatted(settings.rate()));
    Instant start = stage.clock().instant().truncatedTo(ChronoUnit.DAYS);
    Goals goals = new Goals(start, start.plus(Duration.ofDays(30)));
    SalesForce force = CROSSINGS.force();
    stage.broker().clear();
    stage.tell(
        force,
        IntStream.range(0, force.owners()).mapToObj(owner -> CROSSINGS.goal(goals, owner)),
        start);
    stage.startOver();
    try (Service service = stage.startService();
        Books books = Books.open(stage.servers());
        MilestoneReader reader = MilestoneReader.start(stage.broker())) {
      books.awaitGoals(force.owners());
      publish();
      awaitAll(reader, CROSSINGS.reachedBy(published.length));
      return result(reader.all());
    }
  }

  /** Publishes each sale at its own moment; one that is late does not put off the next. */
  private void publish() {
    long interval = Duration.ofSeconds(1).toNanos() / settings.rate();
    try (KafkaProducer<String, byte[]> producer = stage.broker().producer(Map.of("linger.ms", 0))) {
      long begin = System.nanoTime();
      for (int no = 0; no < published.length; no++) {
        long due = begin + no * interval;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        var record = Records.of(CROSSINGS.sale(no, stage.clock().instant()));
        published[no] = System.nanoTime();
        var unused = producer.send(record);
      }
    }
  }

  private static void awaitAll(MilestoneReader reader, int expected) throws InterruptedException {
    long end = System.nanoTime() + LAST_MILESTONE.toNanos();
    while (reader.count() < expected && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    if (reader.count() != expected) {
      throw new BenchmarkFailure(
          "%,d milestones expected, %,d came".formatted(expected, reader.count()));
    }
  }

  private LatencyResult result(List<Received> received) {
    int first = settings.rate() * settings.warmUpSeconds();
    double nanos = published[published.length - 1] - published[first];
    double rate = (published.length - 1 - first) / (nanos / 1e9);
    if (rate < LEAST_OF_RATE * settings.rate()) {
      throw new BenchmarkFailure("only %,.0f sales a second were published".formatted(rate));
    }
    double[] millis =
        received.stream()
            .filter(milestone -> saleOf(milestone) >= first)
            .mapToDouble(milestone -> (milestone.nanos() - published[saleOf(milestone)]) / 1e6)
            .toArray();
    return new LatencyResult(
        rate,
        settings.seconds(),
        millis.length,
        Statistics.percentile(millis, 0.5),
        Statistics.percentile(millis, 0.99),
        Statistics.percentile(millis, 1));
  }

  private static int saleOf(Received received) {
    String id = received.milestone().owner().id();
    int participant = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    return CROSSINGS.saleThatReaches(participant, received.milestone().threshold());
  }
}
