package dev.milepost.local;

import dev.milepost.embedded.Databases;
import dev.milepost.embedded.KafkaBroker;
import dev.milepost.embedded.OidcProvider;
import dev.milepost.embedded.PostgresServer;
import dev.milepost.local.process.Ports;
import dev.milepost.local.process.Program;
import dev.milepost.local.process.Readiness;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command lines and settings of the suite's processes. */
final class Programs {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** Nobody waits for the last few percent here: half the time to start, on a small machine. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private static final String LAUNCHER = Long.toString(ProcessHandle.current().pid());

  private final Settings settings;
  private final Home home;
  private final HttpClient http = HttpClient.newHttpClient();

  Programs(Settings settings, Home home) {
    this.settings = settings;
    this.home = home;
  }

  List<Program> infrastructure() throws IOException {
    return List.of(
        server(Part.POSTGRES, PostgresServer.class),
        server(Part.KAFKA, KafkaBroker.class),
        server(Part.OIDC, OidcProvider.class));
  }

  /** The services, whose clocks stand at an offset from system time. */
  List<Program> services(Duration clockOffset) throws IOException {
    List<Program> services = new ArrayList<>();
    for (Part part : settings.services()) {
      services.add(service(part, part.label(), settings.port(part), clockOffset));
      if (settings.twice().contains(part)) {
        services.add(service(part, part.label() + "-2", Ports.free(), clockOffset));
      }
    }
    return services;
  }

  /** Superuser's address of the database server. */
  Databases databases() {
    return new Databases(Databases.adminUrl(settings.port(Part.POSTGRES)));
  }

  String bootstrapServers() {
    return "localhost:" + settings.port(Part.KAFKA);
  }

  String issuer() {
    return settings.address(Part.OIDC) + "/milepost";
  }

  private Program server(Part part, Class<?> main) throws IOException {
    Path target = settings.root().resolve("platform/embedded/target");
    String libraries = Files.readString(target.resolve("runtime.classpath")).strip();
    List<String> command =
        List.of(
            JAVA,
            "-Xmx" + settings.heap(part),
            "-XX:+UseSerialGC",
            QUICK_START,
            "-Dmilepost.port=" + settings.port(part),
            "-Dmilepost.controller-port=0",
            "-Dmilepost.data=" + home.data(part),
            "-Dmilepost.parent=" + LAUNCHER,
            "-cp",
            target.resolve("classes") + File.pathSeparator + libraries,
            main.getName());
    Path log = home.log(part.label());
    return new Program(part.label(), command, Map.of(), log, Readiness.logged(log));
  }

  private Program service(Part part, String name, int port, Duration clockOffset)
      throws IOException {
    Path root = settings.root();
    List<String> command =
        List.of(
            JAVA,
            "-Xmx" + settings.heap(part),
            "-XX:+UseSerialGC",
            QUICK_START,
            "--enable-native-access=ALL-UNNAMED",
            "-javaagent:" + root.resolve("deploy/local/target/milepost-local.jar=" + LAUNCHER),
            "-jar",
            root.resolve(part.label() + "-service/target/quarkus-app/quarkus-run.jar").toString());
    return new Program(
        name,
        command,
        environment(part, port, clockOffset),
        home.log(name),
        Readiness.answering(http, Settings.address(port).resolve("/q/health/ready")));
  }

  private Map<String, String> environment(Part part, int port, Duration clockOffset) {
    String name = part.label();
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_PROFILE", "local");
    environment.put("QUARKUS_HTTP_HOST", "localhost");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", databases().url(name));
    environment.put("QUARKUS_DATASOURCE_USERNAME", name);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", name);
    environment.put("QUARKUS_FLYWAY_USERNAME", Databases.ownerOf(name));
    environment.put("QUARKUS_FLYWAY_PASSWORD", Databases.ownerOf(name));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer());
    environment.put("MILEPOST_HTTP_OPEN_DOCS", "true");
    environment.put("MILEPOST_CLOCK_OFFSET", clockOffset.toString());
    return environment;
  }
}
