package dev.milepost.testing;

import java.util.Optional;
import java.util.stream.Stream;

/** The build that runs these tests. */
final class MavenRun {
  private MavenRun() {}

  /**
   * Maven's process: the nearest JVM above this one. Without one, as in some IDEs, this process.
   */
  static ProcessHandle process() {
    ProcessHandle self = ProcessHandle.current();
    return Stream.iterate(self.parent(), Optional::isPresent, p -> p.flatMap(ProcessHandle::parent))
        .flatMap(Optional::stream)
        .filter(MavenRun::isJava)
        .findFirst()
        .orElse(self);
  }

  private static boolean isJava(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("java")).isPresent();
  }
}
