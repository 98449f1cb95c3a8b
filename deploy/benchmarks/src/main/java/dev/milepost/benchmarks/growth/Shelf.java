package dev.milepost.benchmarks.growth;

import dev.milepost.benchmarks.stage.BenchmarkFailure;
import dev.milepost.benchmarks.stage.Servers;
import dev.milepost.benchmarks.stage.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Databases of the service that are not in use. Putting one in the place of another leaves the
 * service running: its JVM stays warm, its connections are cut, and it goes on with the one that it
 * finds. Each is cleaned up when it is put away, not at a time of PostgreSQL's choice, which would
 * mostly be while another is measured.
 */
final class Shelf implements AutoCloseable {
  private static final String LIVE = Service.NAME;

  private final Servers servers;

  Shelf(Servers servers) {
    this.servers = servers;
    run(servers.adminUrl(), "ALTER SYSTEM SET autovacuum = off", "SELECT pg_reload_conf()");
  }

  /** Takes away the database that the service works with. */
  void put(String name) {
    run(servers.adminUrl(LIVE), "VACUUM (ANALYZE)");
    run(
        servers.adminUrl(),
        "ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(LIVE),
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '%s'"
            .formatted(LIVE),
        "ALTER DATABASE %s RENAME TO %s".formatted(LIVE, shelved(name)));
  }

  /** Lets the service work with this one. */
  void take(String name) {
    run(
        servers.adminUrl(),
        "ALTER DATABASE %s RENAME TO %s".formatted(shelved(name), LIVE),
        "ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(LIVE));
  }

  /** Makes another one like it. */
  void copy(String name, String copy) {
    run(
        servers.adminUrl(),
        "CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy ALLOW_CONNECTIONS false"
            .formatted(shelved(copy), shelved(name)));
  }

  @Override
  public void close() {
    run(servers.adminUrl(), "ALTER SYSTEM RESET autovacuum", "SELECT pg_reload_conf()");
  }

  private static String shelved(String name) {
    return LIVE + "_" + name;
  }

  private static void run(String url, String... commands) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    } catch (SQLException e) {
      throw new BenchmarkFailure("a database cannot be put in place of another", e);
    }
  }
}
