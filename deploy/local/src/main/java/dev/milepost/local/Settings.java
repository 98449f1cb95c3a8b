package dev.milepost.local;

import dev.milepost.local.process.Ports;
import dev.milepost.local.process.StartFailure;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the person who starts the suite has chosen, by environment variables; {@code make up NAME=…}
 * sets them too.
 *
 * @param root the directory of the project
 * @param data {@code DATA}: the folder that keeps data and logs; {@code .milepost} by default
 * @param fresh {@code FRESH=1}: throw away the data of earlier runs
 * @param demo whether the demo is loaded; {@code DEMO=0} leaves it out
 * @param clock {@code CLOCK}: what the suite's clock shows when its data begin, {@code now} for
 *     system time; the default is the end of the demo's year
 * @param ports {@code GOALS_PORT} and so on
 * @param heaps {@code GOALS_HEAP} and so on, as {@code -Xmx} takes them
 * @param without {@code WITHOUT=goals,tracking}: services that are not started, because a person
 *     runs them in dev mode
 * @param twice {@code TWICE=tracking}: services that run as two processes, the second on a port
 *     that happens to be free
 */
record Settings(
    Path root,
    Path data,
    boolean fresh,
    boolean demo,
    Optional<Instant> clock,
    Map<Part, Integer> ports,
    Map<Part, String> heaps,
    Set<Part> without,
    Set<Part> twice) {
  private static final String END_OF_THE_DEMO = "2017-12-31T06:00:00Z";

  static Settings of(Path root, Map<String, String> environment) {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    Map<Part, String> heaps = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      ports.put(part, port(environment, part));
      heaps.put(part, environment.getOrDefault(part.heapVariable(), part.defaultHeap()));
    }
    Set<Part> without = services(environment, "WITHOUT");
    boolean demo = without.isEmpty() && !"0".equals(environment.get("DEMO"));
    return new Settings(
        root,
        root.resolve(environment.getOrDefault("DATA", Home.USUAL)),
        "1".equals(environment.get("FRESH")),
        demo,
        clock(environment.getOrDefault("CLOCK", END_OF_THE_DEMO)),
        ports,
        heaps,
        without,
        services(environment, "TWICE"));
  }

  int port(Part part) {
    return ports.getOrDefault(part, part.defaultPort());
  }

  String heap(Part part) {
    return heaps.getOrDefault(part, part.defaultHeap());
  }

  /** The base address of a part that speaks HTTP. */
  URI address(Part part) {
    return address(port(part));
  }

  /** The base address of a process that speaks HTTP on this port. */
  static URI address(int port) {
    return URI.create("http://localhost:" + port);
  }

  /** The services to start. */
  List<Part> services() {
    return Part.services().filter(part -> !without.contains(part)).toList();
  }

  /** Refuses to start where another process listens on one of our ports. */
  void requireFreePorts() {
    List<String> taken =
        Stream.of(Part.values())
            .filter(part -> !without.contains(part) && !Ports.isFree(port(part)))
            .map(this::takenPort)
            .toList();
    if (!taken.isEmpty()) {
      throw new StartFailure(String.join(System.lineSeparator(), taken));
    }
  }

  private String takenPort(Part part) {
    return "Port %d, meant for %s, is taken. Stop what listens there, or: make up %s=<another port>"
        .formatted(port(part), part.label(), part.portVariable());
  }

  private static int port(Map<String, String> environment, Part part) {
    String text = environment.getOrDefault(part.portVariable(), "" + part.defaultPort());
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // refused below, like a number that is no port
    }
    throw new StartFailure(part.portVariable() + " is to be a port, not \"" + text + "\"");
  }

  private static Optional<Instant> clock(String text) {
    try {
      return "now".equals(text) ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      throw new StartFailure(
          "CLOCK is to be \"now\" or like \"" + END_OF_THE_DEMO + "\", not \"" + text + "\"");
    }
  }

  private static Set<Part> services(Map<String, String> environment, String variable) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (String name : environment.getOrDefault(variable, "").split(",", -1)) {
      if (!name.isBlank()) {
        parts.add(service(variable, name.strip()));
      }
    }
    return parts;
  }

  private static Part service(String variable, String name) {
    return Part.services()
        .filter(part -> part.label().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new StartFailure(variable + " names no service: \"" + name + "\""));
  }
}
