package dev.milepost.benchmarks.stage;

import dev.milepost.benchmarks.workload.Records;
import dev.milepost.benchmarks.workload.SalesForce;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Topic;
import dev.milepost.local.terminal.Terminal;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Servers, broker and service together, and how a scene is set on them. */
public final class Stage implements AutoCloseable {
  private final Folders folders;
  private final Servers servers;
  private final Broker broker;
  private final Service.Jvm jvm;
  private final Terminal terminal;
  private final Clock clock;

  private Stage(Folders folders, Servers servers, Service.Jvm jvm, Terminal terminal, Clock clock) {
    this.folders = folders;
    this.servers = servers;
    this.broker = new Broker(servers.bootstrapServers());
    this.jvm = jvm;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** Starts the servers. */
  public static Stage set(Folders folders, Service.Jvm jvm, Terminal terminal, Clock clock)
      throws IOException, InterruptedException {
    return new Stage(folders, Servers.start(folders, terminal), jvm, terminal, clock);
  }

  public Servers servers() {
    return servers;
  }

  public Broker broker() {
    return broker;
  }

  public Terminal terminal() {
    return terminal;
  }

  public Clock clock() {
    return clock;
  }

  /** Tells of a sales force and its goals. */
  public void tell(SalesForce force, Stream<GoalSnapshot> goals, Instant since) {
    broker.publish(Records.of(force, since));
    broker.publish(goals.map(Records::of));
  }

  /** Gives the service an empty database, and lets it read all topics from their beginning. */
  public void startOver() throws InterruptedException {
    try {
      servers.databases().recreate(Service.NAME);
    } catch (SQLException e) {
      throw new BenchmarkFailure("the service's database cannot be created", e);
    }
    broker.forgetReaders();
    checkpoint();
  }

  /** Writes out what earlier work left to be written, so that nobody pays for another. */
  public void checkpoint() {
    try (Connection connection = DriverManager.getConnection(servers.adminUrl());
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    } catch (SQLException e) {
      throw new BenchmarkFailure("PostgreSQL makes no checkpoint", e);
    }
  }

  /** A setting of the database server as it is in force. */
  public String setting(String name) {
    try (Connection connection = DriverManager.getConnection(servers.adminUrl());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + name)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new BenchmarkFailure("PostgreSQL does not show " + name, e);
    }
  }

  /** Lets a reader go through all sales, so that the broker is warm, and counts them. */
  public long readSales() {
    LongAdder records = new LongAdder();
    broker.read(broker.begin(Topic.SALES_EVENTS), record -> records.increment());
    return records.sum();
  }

  /** Starts the service cold. */
  public Service startService() throws IOException, InterruptedException {
    return Service.start(folders, servers, jvm, terminal);
  }

  @Override
  public void close() {
    broker.close();
    servers.close();
  }
}
