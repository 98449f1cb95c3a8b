package dev.milepost.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.milepost.benchmarks.stage.BenchmarkFailure;
import dev.milepost.benchmarks.stage.CpuLog;
import dev.milepost.benchmarks.stage.Service;
import dev.milepost.benchmarks.stage.Stage;
import dev.milepost.benchmarks.workload.Expected.Position;
import dev.milepost.benchmarks.workload.Goals;
import dev.milepost.benchmarks.workload.Records;
import dev.milepost.benchmarks.workload.Sale;
import dev.milepost.benchmarks.workload.SalesForce;
import dev.milepost.contract.EventType;
import dev.milepost.contract.Owner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * What PostgreSQL alone can do on this machine: a procedure inside the database, on one connection,
 * writes rows for sales that lie ready in a table. It works in the service's database, after a run
 * of the service and with its sales taken out.
 */
final class Floor implements AutoCloseable {
  private static final int BATCH = 1_000;
  private static final int COPY_BYTES = 1 << 16;
  private static final String HASH = "SHA-256";

  private final Stage stage;
  private final SalesForce force;
  private final Map<Integer, BigDecimal> targets;
  private final Connection connection;

  /**
   * Which rows are written.
   *
   * <p>{@code SAME}: those that the service writes, in its own tables, with outbox rows besides.
   * {@code NARROW}: rows of the same kinds, with the fewest columns and indexes.
   */
  enum Rows {
    SAME,
    NARROW;

    private String script(String name) {
      return Floor.script(name().toLowerCase(Locale.ROOT) + "/" + name);
    }
  }

  private Floor(
      Stage stage, SalesForce force, Map<Integer, BigDecimal> targets, Connection connection) {
    this.stage = stage;
    this.force = force;
    this.targets = targets;
    this.connection = connection;
  }

  /**
   * Lays the sales ready in the database of the service, which must have stopped.
   *
   * @param targets of the goals, by owner number
   */
  static Floor prepare(
      Stage stage, SalesForce force, Map<Integer, BigDecimal> targets, Stream<Sale> sales) {
    try {
      Connection connection = DriverManager.getConnection(stage.servers().adminUrl(Service.NAME));
      Floor floor = new Floor(stage, force, targets, connection);
      floor.layReady(sales);
      return floor;
    } catch (SQLException e) {
      throw new BenchmarkFailure("the floor cannot be prepared", e);
    }
  }

  private void layReady(Stream<Sale> sales) throws SQLException {
    execute(
        """
        CREATE TABLE staged_sale (
            no bigint PRIMARY KEY, source text, event_id text, type text, participant_id text,
            amount numeric, occurred_at timestamptz, content bytea, content_hash bytea)
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
    execute("VACUUM ANALYZE staged_sale");
  }

  private static void append(StringBuilder lines, long no, Sale sale) {
    byte[] content = Records.json(sale.data());
    lines
        .append(no)
        .append('\t')
        .append(Sale.SOURCE)
        .append('\t')
        .append(sale.id())
        .append('\t')
        .append(EventType.ORDER_PLACED.typeName())
        .append('\t')
        .append(SalesForce.participantId(sale.participant()))
        .append('\t')
        .append(sale.amount().toPlainString())
        .append('\t')
        .append(sale.occurredAt())
        .append("\t\\\\x")
        .append(HexFormat.of().formatHex(content))
        .append("\t\\\\x")
        .append(HexFormat.of().formatHex(hash(content)))
        .append('\n');
  }

  private static byte[] hash(byte[] content) {
    try {
      return MessageDigest.getInstance(HASH).digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + HASH, e);
    }
  }

  /** Takes all sales in, into empty tables. */
  Result run(Rows rows) {
    try (CpuLog cpu = CpuLog.start(stage.servers(), stage.clock())) {
      execute(script("prepare.sql"));
      fillPeople();
      fillGoals();
      execute(rows.script("open.sql"));
      execute(rows.script("ingest.sql"));
      execute("ANALYZE");
      stage.checkpoint();
      var begin = cpu.mark();
      long nanos = System.nanoTime();
      execute("CALL floor.ingest(" + BATCH + ")");
      double seconds = (System.nanoTime() - nanos) / 1e9;
      return new Result(seconds, cpu.databaseSince(begin), positions());
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

  private void fillPeople() throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement(
            "INSERT INTO floor.participant VALUES (?, ARRAY[?, ?], ?, ?, ?)")) {
      for (int i = 0; i < force.participants(); i++) {
        Owner team = force.owner(force.teamOf(i));
        Owner region = force.owner(force.regionOf(i));
        set(
            row,
            SalesForce.participantId(i),
            team.id(),
            region.id(),
            Goals.idOf(force.owner(i)),
            Goals.idOf(team),
            Goals.idOf(region));
      }
      row.executeBatch();
    }
  }

  private void fillGoals() throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO floor.goal VALUES (?, ?)")) {
      for (int i = 0; i < force.owners(); i++) {
        set(row, Goals.idOf(force.owner(i)), Objects.requireNonNull(targets.get(i)));
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

  private Map<String, Position> positions() throws SQLException {
    Map<String, Position> positions = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT goal_id, sequence, actual FROM floor.position")) {
      while (row.next()) {
        positions.put(row.getString(1), new Position(row.getLong(2), row.getBigDecimal(3)));
      }
    }
    return positions;
  }

  private void execute(String sql) throws SQLException {
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

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new BenchmarkFailure("the floor does not close", e);
    }
  }
}
