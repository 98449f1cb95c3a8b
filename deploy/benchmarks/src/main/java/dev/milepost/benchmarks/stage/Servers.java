package dev.milepost.benchmarks.stage;

import dev.milepost.embedded.Databases;
import dev.milepost.embedded.KafkaBroker;
import dev.milepost.embedded.PostgresServer;
import dev.milepost.local.process.Children;
import dev.milepost.local.process.Ports;
import dev.milepost.local.process.Program;
import dev.milepost.local.process.Readiness;
import dev.milepost.local.terminal.Terminal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A durable PostgreSQL and a Kafka broker, with data of their own that end with the run. */
public final class Servers implements AutoCloseable {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Folders folders;
  private final Children children;
  private final int postgresPort;
  private final int kafkaPort;

  private Servers(Folders folders, Children children, int postgresPort, int kafkaPort) {
    this.folders = folders;
    this.children = children;
    this.postgresPort = postgresPort;
    this.kafkaPort = kafkaPort;
  }

  /** Starts both on free ports; they stop with this process at the latest. */
  public static Servers start(Folders folders, Terminal terminal)
      throws IOException, InterruptedException {
    PostgresServer.stopOrphan(folders.data("postgres"));
    folders.clearData();
    Servers servers = new Servers(folders, new Children(terminal), Ports.free(), Ports.free());
    Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "stop-servers"));
    servers.children.start(
        "PostgreSQL and Kafka",
        List.of(
            servers.program("postgres", PostgresServer.class, servers.postgresPort, "192m"),
            servers.program("kafka", KafkaBroker.class, servers.kafkaPort, "512m")));
    return servers;
  }

  private Program program(String name, Class<?> main, int port, String heap) throws IOException {
    Path target = folders.root().resolve("platform/embedded/target");
    String libraries = Files.readString(target.resolve("runtime.classpath")).strip();
    List<String> command =
        List.of(
            JAVA,
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "-Dmilepost.port=" + port,
            "-Dmilepost.controller-port=0",
            "-Dmilepost.data=" + folders.data(name),
            "-Dmilepost.parent=" + ProcessHandle.current().pid(),
            "-cp",
            target.resolve("classes") + File.pathSeparator + libraries,
            main.getName());
    Path log = folders.log(name);
    return new Program(name, command, Map.of(), log, Readiness.logged(log));
  }

  /** The superuser's way to the database server. */
  public String adminUrl() {
    return Databases.adminUrl(postgresPort);
  }

  /** Sets up databases as an administrator would. */
  public Databases databases() {
    return new Databases(adminUrl());
  }

  /** The superuser's way to one database. */
  public String adminUrl(String database) {
    return databases().url(database) + "?user=postgres";
  }

  /** Kafka's, as clients want them. */
  public String bootstrapServers() {
    return "localhost:" + kafkaPort;
  }

  /** The id of PostgreSQL's first process. */
  long postgresPid() {
    try {
      Path file = folders.data("postgres").resolve("postmaster.pid");
      return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    } catch (IOException e) {
      throw new BenchmarkFailure("PostgreSQL does not say which process it is", e);
    }
  }

  @Override
  public void close() {
    children.stop();
    folders.clearData();
  }
}
