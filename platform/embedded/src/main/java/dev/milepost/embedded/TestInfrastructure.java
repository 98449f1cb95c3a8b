package dev.milepost.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * All three servers in one JVM, for tests: any free ports, data that are thrown away, commits that
 * do not wait for the disk. Once everything is ready, the addresses stand in a properties file.
 */
public final class TestInfrastructure implements Server {
  /** Key in the properties file: superuser's JDBC URL, see {@link Databases}. */
  public static final String DATABASE = "database.admin-url";

  /** Key in the properties file: Kafka's bootstrap servers. */
  public static final String BROKER = "kafka.bootstrap-servers";

  /** Key in the properties file: the OIDC issuer. */
  public static final String ISSUER = "oidc.issuer";

  /** Key in the properties file: id of the process that runs the three. */
  public static final String PROCESS = "process.id";

  private final Path directory;
  private final PostgresServer postgres;
  private final KafkaBroker kafka;
  private final OidcProvider oidc;

  private TestInfrastructure(
      Path directory, PostgresServer postgres, KafkaBroker kafka, OidcProvider oidc) {
    this.directory = directory;
    this.postgres = postgres;
    this.kafka = kafka;
    this.oidc = oidc;
  }

  /** Starts the three at the same time. */
  static TestInfrastructure start(Path directory) throws Exception {
    Path database = directory.resolve("postgres");
    Path logs = directory.resolve("kafka");
    try (ExecutorService starters = Executors.newCachedThreadPool()) {
      var postgres = starters.submit(() -> PostgresServer.start(0, database, false));
      var kafka = starters.submit(() -> KafkaBroker.start(0, 0, logs));
      var oidc = starters.submit(() -> OidcProvider.start(0));
      try {
        return new TestInfrastructure(directory, postgres.get(), kafka.get(), oidc.get());
      } catch (ExecutionException e) {
        starters.close();
        Stream.of(postgres, kafka, oidc).forEach(TestInfrastructure::closeIfStarted);
        throw e;
      }
    }
  }

  private static void closeIfStarted(Future<? extends Server> server) {
    if (server.state() == Future.State.SUCCESS) {
      server.resultNow().close();
    }
  }

  @Override
  public String address() {
    return addressFile(directory).toString();
  }

  /** Where the addresses are written. */
  public static Path addressFile(Path directory) {
    return directory.resolve("addresses.properties");
  }

  /** Stops the three and throws their data away. */
  @Override
  public void close() {
    oidc.close();
    kafka.close();
    postgres.close();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(TestInfrastructure::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the addresses in one step, so that no reader sees half of them. */
  private TestInfrastructure publish() throws IOException {
    Properties addresses = new Properties();
    addresses.setProperty(DATABASE, postgres.address());
    addresses.setProperty(BROKER, kafka.address());
    addresses.setProperty(ISSUER, oidc.address());
    addresses.setProperty(PROCESS, Long.toString(ProcessHandle.current().pid()));
    Path draft = directory.resolve("addresses.draft");
    try (Writer out = Files.newBufferedWriter(draft)) {
      addresses.store(out, null);
    }
    Files.move(draft, addressFile(directory), StandardCopyOption.ATOMIC_MOVE);
    return this;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs until the process {@code milepost.parent} is gone; {@code milepost.data} is the directory
   * of data and addresses.
   */
  public static void main(String[] args) throws InterruptedException {
    Path directory = Path.of(System.getProperty("milepost.data", "target/infrastructure"));
    Callable<Server> start = () -> start(directory).publish();
    ServerProcess.run("infrastructure", start);
  }
}
