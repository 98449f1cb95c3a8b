package dev.milepost.benchmarks.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where things are.
 *
 * @param root the project's directory
 */
public record Folders(Path root) {

  /** Where all that a run leaves behind is. */
  public Path target() {
    return root.resolve("deploy/benchmarks/target");
  }

  /** The data of a server, for the length of a run. */
  Path data(String server) {
    return target().resolve("data").resolve(server);
  }

  /** What a process prints. */
  Path log(String process) {
    try {
      return Files.createDirectories(target().resolve("logs")).resolve(process + ".log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Throws the data of all servers away. */
  void clearData() {
    Path data = target().resolve("data");
    if (!Files.exists(data)) {
      return;
    }
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(Folders::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
