package dev.milepost.benchmarks.growth;

import dev.milepost.benchmarks.stage.BenchmarkFailure;
import dev.milepost.benchmarks.stage.Servers;
import dev.milepost.benchmarks.stage.Service;
import dev.milepost.embedded.Databases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The service's database as it once was. Putting it back leaves the service running: its JVM stays
 * warm, its connections are cut, and it goes on with what it is sent next.
 */
final class Snapshot {
  private static final String LIVE = Service.NAME;
  private static final String KEPT = LIVE + "_kept";

  private final Servers servers;

  private Snapshot(Servers servers) {
    this.servers = servers;
  }

  /** Keeps the database as it is now. */
  static Snapshot take(Servers servers) {
    Snapshot snapshot = new Snapshot(servers);
    snapshot.run(
        "DROP DATABASE IF EXISTS " + KEPT,
        "ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(LIVE),
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '%s'"
            .formatted(LIVE),
        "CREATE DATABASE %s TEMPLATE %s".formatted(KEPT, LIVE),
        "ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(LIVE));
    return snapshot;
  }

  /** Puts it back. */
  void restore() {
    run(
        "DROP DATABASE %s WITH (FORCE)".formatted(LIVE),
        "CREATE DATABASE %s TEMPLATE %s OWNER %s".formatted(LIVE, KEPT, Databases.ownerOf(LIVE)));
    try {
      servers.databases().create(LIVE);
    } catch (SQLException e) {
      throw new BenchmarkFailure("the database cannot be put back", e);
    }
  }

  private void run(String... commands) {
    try (Connection connection = DriverManager.getConnection(servers.adminUrl());
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    } catch (SQLException e) {
      throw new BenchmarkFailure("the database cannot be kept or put back", e);
    }
  }
}
