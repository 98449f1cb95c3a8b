package dev.milepost.local;

import dev.milepost.local.process.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a suite: the data of database and broker, the clock that goes with them, the logs,
 * and where the running suite is.
 */
final class Home {
  /** Its name, unless a person wants it elsewhere. */
  static final String USUAL = ".milepost";

  private static final String LOCK = "lock";
  private static final String LOGS = "logs";
  private static final String CLOCK = "clock";
  private static final String DEMO = "demo";
  private static final String ISSUER = "issuer";

  private final Path folder;
  private @Nullable FileChannel lock;

  Home(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Takes the folder for this process, until {@link #release} or its end. */
  void take() throws IOException {
    lock =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      throw new StartFailure("Milepost is already running here. Stop that one first (Ctrl-C).");
    }
  }

  /** Leaves the folder to the next process. */
  void release() {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Throws away all data and logs, and nothing else that lies in the folder. In a folder where no
   * suite has ever begun there is nothing to throw away, whatever the files there are called.
   */
  void clear() throws IOException {
    if (!Files.exists(folder.resolve(CLOCK))) {
      return;
    }
    for (Part part : List.of(Part.POSTGRES, Part.KAFKA)) {
      delete(data(part));
    }
    for (String name : List.of(LOGS, DEMO, ISSUER, CLOCK)) {
      delete(folder.resolve(name));
    }
  }

  private static void delete(Path doomed) throws IOException {
    if (Files.exists(doomed)) {
      try (Stream<Path> files = Files.walk(doomed)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Where it is. */
  Path folder() {
    return folder;
  }

  /** What a person types for a token that the suite here accepts. */
  String tokenCommand(String persona) {
    String here = folder.endsWith(USUAL) ? "" : " DATA=" + folder;
    return "make -s token AS=" + persona + here;
  }

  Path data(Part part) {
    return folder.resolve(part.label());
  }

  Path log(String process) throws IOException {
    return Files.createDirectories(folder.resolve(LOGS)).resolve(process + ".log");
  }

  /**
   * How far the suite's clock stands from system time. Decided when the data begin and kept with
   * them, so that time goes on from run to run.
   */
  Duration clockOffset(Optional<Instant> beginning, Clock clock) throws IOException {
    Path file = folder.resolve(CLOCK);
    if (!Files.exists(file)) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      Duration offset = beginning.map(start -> Duration.between(now, start)).orElse(Duration.ZERO);
      Files.writeString(file, offset.toString());
    }
    return Duration.parse(Files.readString(file).strip());
  }

  /** Whether the data hold the whole demo. */
  boolean hasDemo() {
    return Files.exists(folder.resolve(DEMO));
  }

  void rememberDemo() throws IOException {
    Files.writeString(folder.resolve(DEMO), "");
  }

  void rememberIssuer(String issuer) throws IOException {
    Files.writeString(folder.resolve(ISSUER), issuer);
  }

  /** The issuer of the suite that runs here, or ran last. */
  String issuer() throws IOException {
    try {
      return Files.readString(folder.resolve(ISSUER));
    } catch (NoSuchFileException e) {
      throw new StartFailure("Milepost has not run here yet. Start it with: make up");
    }
  }
}
