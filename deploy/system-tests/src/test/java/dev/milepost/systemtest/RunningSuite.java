package dev.milepost.systemtest;

import static org.awaitility.Awaitility.await;

import dev.milepost.embedded.Databases;
import dev.milepost.embedded.TokenSource;
import dev.milepost.local.Part;
import dev.milepost.local.Suite;
import dev.milepost.local.process.Ports;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A suite of its own: the launcher behind {@code make up} as a process, with free ports and a data
 * folder below {@code target}, named as the suite is. What it prints is beside that folder.
 */
final class RunningSuite implements AutoCloseable {
  private static final Path ROOT = Path.of(System.getProperty("milepost.root"));
  private static final Path TARGET = ROOT.resolve("deploy/system-tests/target");
  private static final String STARTED = "Ctrl-C stops everything";
  private static final Duration TO_START = Duration.ofMinutes(5);
  private static final Duration TO_STOP = Duration.ofMinutes(1);

  private final Map<Part, Integer> ports;
  private final Path output;
  private final Process launcher;

  private RunningSuite(Map<Part, Integer> ports, Path output, Process launcher) {
    this.ports = ports;
    this.output = output;
    this.launcher = launcher;
  }

  /** Starts it with what a person may choose by environment, and returns at once. */
  static RunningSuite start(String name, Map<String, String> choices) throws IOException {
    Map<Part, Integer> ports = freePorts();
    Path output = TARGET.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(output.toFile()));
    Map<String, String> environment = builder.environment();
    ports.forEach((part, port) -> environment.put(part.name() + "_PORT", port.toString()));
    environment.put("DATA", TARGET.resolve(name).toString());
    environment.put("FRESH", "1");
    environment.putAll(choices);
    return new RunningSuite(ports, output, builder.start());
  }

  /** Starts tracking without the other services, in so many processes, and waits for it. */
  static RunningSuite startTracking(String name, boolean twice) throws IOException {
    Map<String, String> alone = new HashMap<>(Map.of("WITHOUT", "goals,analytics,incentive"));
    if (twice) {
      alone.put("TWICE", "tracking");
    }
    RunningSuite suite = start(name, alone);
    suite.awaitOutput(STARTED, TO_START);
    return suite;
  }

  private static List<String> command() throws IOException {
    Path local = ROOT.resolve("deploy/local/target");
    String libraries = Files.readString(local.resolve("runtime.classpath")).strip();
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        // ends with this process, so that an aborted build leaves nothing behind
        "-javaagent:" + local.resolve("milepost-local.jar=" + ProcessHandle.current().pid()),
        "-cp",
        local.resolve("classes") + File.pathSeparator + libraries,
        "dev.milepost.local.Launcher",
        "up");
  }

  private static Map<Part, Integer> freePorts() throws IOException {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    List<ServerSocket> taken = new ArrayList<>();
    try {
      for (Part part : Part.values()) {
        ServerSocket socket = new ServerSocket(0);
        taken.add(socket);
        ports.put(part, socket.getLocalPort());
      }
    } finally {
      for (ServerSocket socket : taken) {
        socket.close();
      }
    }
    return ports;
  }

  /** Where its services are. */
  Suite addresses() {
    return new Suite(
        address(Part.GOALS),
        address(Part.TRACKING),
        address(Part.ANALYTICS),
        address(Part.INCENTIVE),
        "localhost:" + ports.get(Part.KAFKA),
        new TokenSource(address(Part.OIDC) + "/milepost"));
  }

  /** The superuser's way to a service's database. */
  String database(Part service) {
    int port = ports.get(Part.POSTGRES);
    return new Databases(Databases.adminUrl(port)).url(service.label()) + "?user=postgres";
  }

  private URI address(Part part) {
    return URI.create("http://localhost:" + ports.get(part));
  }

  /** Waits until its output holds the text. */
  void awaitOutput(String text, Duration limit) throws IOException {
    await("output of the launcher: " + text)
        .atMost(limit)
        .until(() -> !launcher.isAlive() || output().contains(text));
    if (!output().contains(text)) {
      throw new AssertionError("the launcher ended:\n" + output());
    }
  }

  /** Everything that it has printed so far. */
  String output() throws IOException {
    return Files.readString(output);
  }

  /** {@code kill -9} for one process of a service; the launcher starts it again. */
  void kill(Part service) {
    await(service + " runs").until(() -> processes(service).findAny().isPresent());
    processes(service).findAny().ifPresent(ProcessHandle::destroyForcibly);
  }

  /** {@code kill -9} for all processes of a service. */
  void killAll(Part service) {
    List<ProcessHandle> all = processes(service).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  /** Asks one process of a service to end in good order; the launcher starts it again. */
  void stop(Part service) {
    processes(service).findAny().ifPresent(ProcessHandle::destroy);
  }

  /** {@code kill -9} for the broker or the database server, with all of its processes. */
  void killServer(Part server) {
    String data = "/" + server.label() + " ";
    ProcessHandle process =
        launcher
            .children()
            .filter(child -> child.info().commandLine().orElse("").contains(data))
            .findAny()
            .orElseThrow();
    List<ProcessHandle> descendants = process.descendants().toList();
    descendants.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    descendants.forEach(gone -> gone.onExit().join());
  }

  /** Stops a service where it stands: it is there and does nothing. */
  void freeze(Part service) throws IOException, InterruptedException {
    signal("STOP", service);
  }

  /** Lets a frozen service go on. */
  void thaw(Part service) throws IOException, InterruptedException {
    signal("CONT", service);
  }

  private void signal(String name, Part service) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes(service).forEach(process -> command.add(Long.toString(process.pid())));
    new ProcessBuilder(command).start().waitFor();
  }

  private Stream<ProcessHandle> processes(Part service) {
    String jar = service.label() + "-service/target/quarkus-app/quarkus-run.jar";
    return launcher.children().filter(child -> child.info().commandLine().orElse("").contains(jar));
  }

  /** Stops it as Ctrl-C does; afterwards nothing may listen where its processes did. */
  @Override
  public void close() throws InterruptedException {
    launcher.destroy();
    boolean stopped = launcher.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS);
    launcher.destroyForcibly();
    List<Part> left =
        ports.entrySet().stream()
            .filter(port -> !Ports.isFree(port.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (!stopped || !left.isEmpty()) {
      throw new AssertionError("the launcher did not stop, or left behind: " + left);
    }
  }
}
