package dev.milepost.benchmarks.stage;

import dev.milepost.embedded.Databases;
import dev.milepost.local.process.Children;
import dev.milepost.local.process.Ports;
import dev.milepost.local.process.Program;
import dev.milepost.local.process.Readiness;
import dev.milepost.local.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The packaged tracking-service as a process of its own, from a cold start to its end. */
public final class Service implements AutoCloseable {
  /** Its database, its login and the first part of its consumer groups. */
  public static final String NAME = "tracking";

  private static final String JAR = NAME + "-service/target/quarkus-app/quarkus-run.jar";

  /**
   * For two processors: one collector thread, and the costly compiler only for what is run a great
   * deal, since it takes its time from the service.
   */
  private static final List<String> TUNING =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=100000",
          "-XX:Tier4BackEdgeThreshold=400000");

  /** Less to collect; older Java machines do not know the option. */
  private static final String SHORT_HEADERS = "-XX:+UseCompactObjectHeaders";

  private static final int SHORT_HEADERS_SINCE = 25;

  private final Children children;
  private final Thread stop = new Thread(this::stopChildren, "stop-service");

  private Service(Children children) {
    this.children = children;
  }

  /**
   * How its JVM is run.
   *
   * @param heap the most of its heap, as {@code -Xmx} wants it
   * @param options more options, e.g. for a flight recording
   */
  public record Jvm(String heap, List<String> options) {}

  /** Starts it and returns when it is ready. */
  public static Service start(Folders folders, Servers servers, Jvm jvm, Terminal terminal)
      throws IOException, InterruptedException {
    Service service = new Service(new Children(terminal));
    Runtime.getRuntime().addShutdownHook(service.stop);
    service.children.start("tracking-service", List.of(program(folders, servers, jvm)));
    return service;
  }

  private static Program program(Folders folders, Servers servers, Jvm jvm) throws IOException {
    Path root = folders.root();
    long watched = ProcessHandle.current().pid();
    List<String> command = new ArrayList<>(List.of(Servers.JAVA, "-Xmx" + jvm.heap()));
    command.addAll(TUNING);
    if (Runtime.version().feature() >= SHORT_HEADERS_SINCE) {
      command.add(SHORT_HEADERS);
    }
    command.addAll(jvm.options());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-javaagent:" + root.resolve("deploy/local/target/milepost-local.jar=" + watched),
            "-jar",
            root.resolve(JAR).toString()));
    int port = Ports.free();
    URI ready = URI.create("http://localhost:" + port + "/q/health/ready");
    return new Program(
        NAME,
        command,
        environment(servers, port),
        folders.log(NAME),
        Readiness.answering(HttpClient.newHttpClient(), ready));
  }

  private static Map<String, String> environment(Servers servers, int port) {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_PROFILE", "local");
    environment.put("QUARKUS_HTTP_HOST", "localhost");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", servers.databases().url(NAME));
    environment.put("QUARKUS_DATASOURCE_USERNAME", NAME);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", NAME);
    environment.put("QUARKUS_FLYWAY_USERNAME", Databases.ownerOf(NAME));
    environment.put("QUARKUS_FLYWAY_PASSWORD", Databases.ownerOf(NAME));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", servers.bootstrapServers());
    // Nobody asks it anything over HTTP but whether it is ready.
    environment.put("QUARKUS_OIDC_TENANT_ENABLED", "false");
    return environment;
  }

  /** The id of the process that runs now, if one does. */
  static OptionalLong pid() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains(JAR))
        .mapToLong(ProcessHandle::pid)
        .findAny();
  }

  private void stopChildren() {
    children.stop();
  }

  /** Stops it in good order. */
  @Override
  public void close() {
    stopChildren();
    Runtime.getRuntime().removeShutdownHook(stop);
  }
}
