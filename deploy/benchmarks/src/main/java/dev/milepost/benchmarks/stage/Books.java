package dev.milepost.benchmarks.stage;

import dev.milepost.benchmarks.workload.Expected.Position;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/** What the service's tables say: the one place that knows their names. */
public final class Books implements AutoCloseable {
  private final Connection connection;

  private Books(Connection connection) {
    this.connection = connection;
  }

  /** Opens them, as a superuser. */
  public static Books open(Servers servers) {
    try {
      return new Books(DriverManager.getConnection(servers.adminUrl(Service.NAME)));
    } catch (SQLException e) {
      throw new BenchmarkFailure("the service's database does not open", e);
    }
  }

  /** Waits until so many goals are followed and told. */
  public void awaitGoals(long goals) {
    Patience.await("goals", goals, () -> number("SELECT count(*) FROM goal_progress"));
    awaitTold();
  }

  /** Waits until so many sales are recorded. */
  public void awaitLines(long lines) {
    Patience.await(
        "counting", lines, () -> number("SELECT coalesce(sum(sequence), 0) FROM goal_progress"));
  }

  /** Waits until the broker has everything that was to be told. */
  public void awaitTold() {
    Patience.await(
        "telling", 0, () -> -number("SELECT coalesce(max(id) - min(id) + 1, 0) FROM outbox"));
  }

  /** When the service began to take in sales. */
  public Instant firstRecordedAt() {
    return query(
        "SELECT min(recorded_at) FROM sales_event",
        row -> row.getObject(1, OffsetDateTime.class).toInstant());
  }

  /** Where every goal stands. */
  public Map<String, Position> positions() {
    String query =
        "SELECT goal_id, sequence, numerator FROM goal_progress JOIN goal ON goal.no = goal_no";
    Map<String, Position> positions = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        positions.put(row.getString(1), new Position(row.getLong(2), row.getBigDecimal(3)));
      }
      return positions;
    } catch (SQLException e) {
      throw new BenchmarkFailure("the goals' progress cannot be read", e);
    }
  }

  /** How many records the service could not use. */
  public long setAside() {
    return number("SELECT count(*) FROM quarantine");
  }

  private long number(String query) {
    return query(query, row -> row.getLong(1));
  }

  private <T> T query(String query, Reader<T> reader) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return reader.read(row);
    } catch (SQLException e) {
      throw new BenchmarkFailure("the service's tables cannot be read: " + query, e);
    }
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new BenchmarkFailure("the service's database does not close", e);
    }
  }
}
