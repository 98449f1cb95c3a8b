package dev.milepost.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The directory of the whole project, wherever in it a test runs. */
final class ProjectRoot {
  private ProjectRoot() {}

  /** Where Maven says it is, else the nearest directory above that holds the platform. */
  static Path find() {
    Path start = Path.of(System.getProperty("milepost.root", "")).toAbsolutePath();
    return Stream.iterate(start, directory -> directory != null, Path::getParent)
        .filter(directory -> Files.exists(directory.resolve("platform/embedded/pom.xml")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not inside the project: " + start));
  }
}
