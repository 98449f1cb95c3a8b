package dev.milepost.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What runs as one process.
 *
 * @param name for people
 * @param command the command line
 * @param environment what is set on top of the launcher's own environment
 * @param log takes everything it prints
 * @param readiness tells when it is ready for others
 */
public record Program(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path log,
    Readiness readiness) {

  /**
   * A terminal sends Ctrl-C to every process in it. Ours leave it to the launcher, which stops them
   * in order; what is ignored when a JVM starts, it goes on ignoring.
   */
  private static final List<String> DEAF_TO_CTRL_C =
      List.of("sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"");

  ProcessBuilder builder() {
    List<String> line = Stream.concat(DEAF_TO_CTRL_C.stream(), command.stream()).toList();
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder;
  }
}
