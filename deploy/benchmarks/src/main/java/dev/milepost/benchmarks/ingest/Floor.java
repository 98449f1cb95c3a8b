package dev.milepost.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.milepost.benchmarks.stage.BenchmarkFailure;
import dev.milepost.benchmarks.stage.CpuLog;
import dev.milepost.benchmarks.stage.Stage;
import dev.milepost.benchmarks.workload.Expected.Position;
import dev.milepost.benchmarks.workload.Goals;
import dev.milepost.benchmarks.workload.Records;
import dev.milepost.benchmarks.workload.Sale;
import dev.milepost.benchmarks.workload.SalesForce;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * What PostgreSQL alone can do on this machine: a procedure inside the database, on one connection,
 * writes the same kinds of rows for sales that lie ready in a table.
 */
final class Floor {
  private static final String DATABASE = "floor";
  private static final int BATCH = 1_000;
  private static final int COPY_BYTES = 1 << 16;

  private final Stage stage;
  private final SalesForce force;

  private Floor(Stage stage, SalesForce force) {
    this.stage = stage;
    this.force = force;
  }

  /** Makes a database of its own and lays the sales ready. */
  static Floor prepare(Stage stage, SalesForce force, Stream<Sale> sales) {
    Floor floor = new Floor(stage, force);
    try {
      stage.servers().databases().create(DATABASE);
      try (Connection connection = floor.connect()) {
        floor.layReady(connection, sales);
      }
      return floor;
    } catch (SQLException e) {
      throw new BenchmarkFailure("the floor cannot be prepared", e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(stage.servers().adminUrl(DATABASE));
  }

  private void layReady(Connection connection, Stream<Sale> sales) throws SQLException {
    execute(
        connection,
        """
        DROP TABLE IF EXISTS staged_sale;
        CREATE TABLE staged_sale (
            no bigint PRIMARY KEY, source text, event_id text, participant_id text,
            amount numeric, occurred_at timestamptz, content bytea)
        """);
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY staged_sale FROM STDIN");
    StringBuilder lines = new StringBuilder();
    Iterator<Sale> all = sales.iterator();
    for (long no = 1; all.hasNext(); no++) {
      append(lines, no, all.next());
      if (lines.length() > COPY_BYTES || !all.hasNext()) {
        byte[] bytes = lines.toString().getBytes(UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
      }
    }
    copy.endCopy();
    execute(connection, "VACUUM ANALYZE staged_sale");
  }

  private static void append(StringBuilder lines, long no, Sale sale) {
    String content = HexFormat.of().formatHex(Records.json(sale.data()));
    lines
        .append(no)
        .append('\t')
        .append(Sale.SOURCE)
        .append('\t')
        .append(sale.id())
        .append('\t')
        .append(SalesForce.participantId(sale.participant()))
        .append('\t')
        .append(sale.amount().toPlainString())
        .append('\t')
        .append(sale.occurredAt())
        .append("\t\\\\x")
        .append(content)
        .append('\n');
  }

  /**
   * Takes all sales in, into empty tables.
   *
   * @param targets of the goals, by owner number
   * @return how long it took, in seconds, and what it cost
   */
  Result run(Map<Integer, BigDecimal> targets) {
    try (Connection connection = connect();
        CpuLog cpu = CpuLog.start(stage.servers(), stage.clock())) {
      execute(connection, script("schema.sql"));
      execute(connection, script("ingest.sql"));
      fill(connection, targets);
      execute(connection, "ANALYZE");
      stage.checkpoint();
      var begin = cpu.mark();
      long nanos = System.nanoTime();
      execute(connection, "CALL floor.ingest(" + BATCH + ")");
      double seconds = (System.nanoTime() - nanos) / 1e9;
      return new Result(seconds, cpu.databaseSince(begin), positions(connection));
    } catch (SQLException e) {
      throw new BenchmarkFailure("the floor fails", e);
    }
  }

  /**
   * What came of a run.
   *
   * @param seconds how long it took
   * @param cpuSeconds processor time of the database
   * @param positions where its goals stand
   */
  record Result(double seconds, double cpuSeconds, Map<String, Position> positions) {}

  private void fill(Connection connection, Map<Integer, BigDecimal> targets) throws SQLException {
    connection.setAutoCommit(false);
    fillPeople(connection);
    fillGoals(connection, targets);
    execute(
        connection,
        """
        INSERT INTO floor.milestone (goal_no, threshold, bar)
        SELECT goal_no, threshold, threshold * target
        FROM floor.goal_progress, unnest(ARRAY[0.25, 0.5, 0.75, 1]) AS threshold
        """);
    connection.commit();
    connection.setAutoCommit(true);
  }

  private void fillPeople(Connection connection) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO floor.participant VALUES (?, ?, ?, ?)")) {
      for (int i = 0; i < force.participants(); i++) {
        set(row, SalesForce.participantId(i), i, force.teamOf(i), force.regionOf(i));
      }
      row.executeBatch();
    }
  }

  private void fillGoals(Connection connection, Map<Integer, BigDecimal> targets)
      throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement(
            "INSERT INTO floor.goal_progress (goal_no, goal_id, target) VALUES (?, ?, ?)")) {
      for (int i = 0; i < force.owners(); i++) {
        set(row, i, Goals.idOf(force.owner(i)), Objects.requireNonNull(targets.get(i)));
      }
      row.executeBatch();
    }
  }

  private static void set(PreparedStatement row, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      row.setObject(i + 1, values[i]);
    }
    row.addBatch();
  }

  private static Map<String, Position> positions(Connection connection) throws SQLException {
    Map<String, Position> positions = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT goal_id, sequence, actual FROM floor.goal_progress")) {
      while (row.next()) {
        positions.put(row.getString(1), new Position(row.getLong(2), row.getBigDecimal(3)));
      }
    }
    return positions;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String script(String name) {
    try (InputStream file =
        Objects.requireNonNull(Floor.class.getResourceAsStream("/floor/" + name), name)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
