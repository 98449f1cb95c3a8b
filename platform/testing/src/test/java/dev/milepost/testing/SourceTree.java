package dev.milepost.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Code that is compiled by a test alone, so that nothing else comes across its faults. */
final class SourceTree {
  private SourceTree() {}

  static void compile(Path source, Path target) throws IOException {
    List<String> options =
        List.of(
            "-proc:none", "-d", target.toString(), "-cp", System.getProperty("java.class.path"));
    try (Stream<Path> files = Files.walk(source)) {
      Stream<String> sources = files.map(Path::toString).filter(file -> file.endsWith(".java"));
      String[] arguments = Stream.concat(options.stream(), sources).toArray(String[]::new);
      int exitCode = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
      if (exitCode != 0) {
        throw new IOException("does not compile: " + source);
      }
    }
  }
}
