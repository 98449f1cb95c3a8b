package dev.milepost.benchmarks.stage;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The processor time of service and database over a run, written down from before the service
 * starts, so that the time of its start can be told from that of its work.
 */
public final class CpuLog implements AutoCloseable {
  private static final long PAUSE_MILLIS = 100;

  private final Servers servers;
  private final Clock clock;
  private final NavigableMap<Instant, Cpu> samples = new ConcurrentSkipListMap<>();
  private final Thread writer;
  private OptionalLong service = OptionalLong.empty();

  private CpuLog(Servers servers, Clock clock) {
    this.servers = servers;
    this.clock = clock;
    this.writer = Thread.ofPlatform().daemon().name("cpu-log").unstarted(this::write);
  }

  /**
   * Processor time used so far, in seconds.
   *
   * @param service by the service
   * @param database by PostgreSQL with all its processes
   */
  public record Cpu(double service, double database) {
    Cpu minus(Cpu earlier) {
      return new Cpu(service - earlier.service, database - earlier.database);
    }

    /** Both, for 100,000 events when so many were taken in. */
    public double per100k(long events) {
      return (service + database) / events * 100_000;
    }
  }

  /** Starts to write; before there is a service, it has used nothing. */
  public static CpuLog start(Servers servers, Clock clock) {
    if (!ProcessTime.isKnown()) {
      throw new BenchmarkFailure("Processor time is read from /proc, which only Linux has.");
    }
    CpuLog log = new CpuLog(servers, clock);
    log.sample();
    log.writer.start();
    return log;
  }

  private void write() {
    try {
      while (true) {
        Thread.sleep(PAUSE_MILLIS);
        sample();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Cpu sample() {
    if (service.isEmpty()) {
      service = Service.pid();
    }
    double used = service.isPresent() ? ProcessTime.ofProcess(service.getAsLong()) : 0;
    Cpu cpu = new Cpu(used, ProcessTime.ofFamily(servers.postgresPid()));
    samples.put(clock.instant(), cpu);
    return cpu;
  }

  /** What service and database used since then. */
  public Cpu since(Instant begin) {
    Cpu used = used(begin);
    if (service.isEmpty() || ProcessHandle.of(service.getAsLong()).isEmpty()) {
      throw new BenchmarkFailure("tracking-service died while it was measured; see its log");
    }
    return used;
  }

  /** What the database alone used since then, in seconds. */
  public double databaseSince(Instant begin) {
    return used(begin).database();
  }

  private Cpu used(Instant begin) {
    Cpu now = sample();
    Map.Entry<Instant, Cpu> before = samples.floorEntry(begin);
    if (before == null) {
      throw new IllegalArgumentException("written from " + samples.firstKey() + " on only");
    }
    return now.minus(before.getValue());
  }

  /** What is used from now on counts from here. */
  public Instant mark() {
    sample();
    return clock.instant();
  }

  @Override
  public void close() {
    writer.interrupt();
  }
}
