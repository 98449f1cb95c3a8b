package dev.milepost.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker that is its own KRaft controller, on the loopback interface. */
public final class KafkaBroker implements Server {
  /** Constant, so that formatting a directory that is already formatted changes nothing. */
  private static final String CLUSTER_ID = "MilepostMilepostMilepQ";

  private final KafkaRaftServer broker;
  private final String address;

  private KafkaBroker(KafkaRaftServer broker, String address) {
    this.broker = broker;
    this.address = address;
  }

  /**
   * Starts a broker on a data directory, which is formatted if it is new.
   *
   * @param port for clients, 0 for any free port
   * @param controllerPort for the controller, 0 for any free port
   */
  public static KafkaBroker start(int port, int controllerPort, Path data) throws IOException {
    String address = "localhost:" + FreePort.or(port);
    Properties settings = settings(address, "localhost:" + FreePort.or(controllerPort), data);
    format(settings, Files.createDirectories(data).resolve("server.properties"));
    KafkaRaftServer broker = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    broker.startup();
    return new KafkaBroker(broker, address);
  }

  /** The bootstrap servers. */
  @Override
  public String address() {
    return address;
  }

  @Override
  public void close() {
    broker.shutdown();
    broker.awaitShutdown();
  }

  private static Properties settings(String address, String controller, Path data) {
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@" + controller,
            "controller.listener.names", "CONTROLLER",
            "listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller,
            "log.dirs", data.resolve("logs").toString(),
            "auto.create.topics.enable", "false",
            "group.initial.rebalance.delay.ms", "0"));
    settings.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.num.partitions", "4",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1"));
    return settings;
  }

  private static void format(Properties settings, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      settings.store(out, null);
    }
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    String[] command = {"format", "-t", CLUSTER_ID, "-c", file.toString(), "--ignore-formatted"};
    int exitCode = StorageTool.execute(command, silent);
    if (exitCode != 0) {
      throw new IOException("cannot format " + file.getParent() + ": exit code " + exitCode);
    }
  }

  /**
   * Runs a broker as a process of its own. System properties: {@code milepost.port} (9092), {@code
   * milepost.controller-port} (9093), {@code milepost.data} (its data directory), {@code
   * milepost.parent} (process id).
   */
  public static void main(String[] args) throws InterruptedException {
    int port = Integer.getInteger("milepost.port", 9092);
    int controllerPort = Integer.getInteger("milepost.controller-port", 9093);
    Path data = Path.of(System.getProperty("milepost.data", ".milepost/kafka"));
    ServerProcess.run("kafka", () -> start(port, controllerPort, data));
  }
}
