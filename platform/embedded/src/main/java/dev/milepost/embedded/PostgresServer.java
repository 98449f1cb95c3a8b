package dev.milepost.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A PostgreSQL server on the loopback interface. Its superuser {@code postgres} needs no password;
 * every other login does.
 */
public final class PostgresServer implements Server {
  private static final Duration STARTUP_WAIT = Duration.ofSeconds(60);
  private static final String ACCESS =
      """
      # superuser from this machine without a password, everybody else with one
      local all postgres              trust
      host  all postgres 127.0.0.1/32 trust
      host  all postgres ::1/128      trust
      host  all all      127.0.0.1/32 scram-sha-256
      host  all all      ::1/128      scram-sha-256
      """;

  private final EmbeddedPostgres postgres;

  private PostgresServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /**
   * Starts a server on a data directory, which is set up if it is new and recovered if its last
   * server died.
   *
   * @param port 0 for any free port
   * @param durable whether a commit survives a crash of the machine; without it tests run faster
   */
  public static PostgresServer start(int port, Path data, boolean durable) throws IOException {
    stopOrphan(data);
    String sync = durable ? "on" : "off";
    return new PostgresServer(
        EmbeddedPostgres.builder()
            .setPort(FreePort.or(port))
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setDataDirectoryCustomizer(PostgresServer::writeAccessRules)
            .setPGStartupWait(STARTUP_WAIT)
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setServerConfig("fsync", sync)
            .setServerConfig("synchronous_commit", sync)
            .setServerConfig("full_page_writes", sync)
            .setServerConfig("max_connections", "200")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("timezone", "UTC")
            .start());
  }

  /** JDBC URL of the maintenance database as superuser, as {@link Databases} wants it. */
  @Override
  public String address() {
    return Databases.adminUrl(postgres.getPort());
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }

  private static void writeAccessRules(File data) {
    try {
      Files.writeString(data.toPath().resolve("pg_hba.conf"), ACCESS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** PostgreSQL outlives a killed JVM: stops a server that is still at work on these data. */
  public static void stopOrphan(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
    ProcessHandle.of(pid)
        .filter(process -> process.info().command().orElse("").endsWith("postgres"))
        .ifPresent(PostgresServer::shutDownFast);
  }

  /** SIGINT makes the server drop its clients and stop in good order; Java cannot send it. */
  private static void shutDownFast(ProcessHandle server) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop the PostgreSQL left behind", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.onExit().join();
  }

  /**
   * Runs a durable server as a process of its own. System properties: {@code milepost.port} (5432),
   * {@code milepost.data} (its data directory), {@code milepost.parent} (process id).
   */
  public static void main(String[] args) throws InterruptedException {
    int port = Integer.getInteger("milepost.port", 5432);
    Path data = Path.of(System.getProperty("milepost.data", ".milepost/postgres"));
    ServerProcess.run("postgres", () -> start(port, data, true));
  }
}
