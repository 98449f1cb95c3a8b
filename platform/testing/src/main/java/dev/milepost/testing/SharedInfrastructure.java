package dev.milepost.testing;

import dev.milepost.embedded.Databases;
import dev.milepost.embedded.TestInfrastructure;
import dev.milepost.embedded.Topics;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The database, broker and OIDC provider of a module's tests, apart from those of other modules,
 * whose tests may run at the same time. The first test that needs them starts them as a process of
 * their own, all later ones find them there, and they end when the module's tests do.
 *
 * @param adminUrl the database server's, see {@link Databases}
 * @param bootstrapServers the broker's
 * @param issuer the OIDC provider's
 */
record SharedInfrastructure(String adminUrl, String bootstrapServers, String issuer) {
  private static final Duration STARTUP_WAIT = Duration.ofMinutes(2);

  /** Finds the infrastructure of this test run, or starts it. */
  static SharedInfrastructure findOrStart() throws IOException, InterruptedException {
    Path root = ProjectRoot.find();
    long owner = ProcessHandle.current().pid();
    Path directory = root.resolve("target/infrastructure/" + owner);
    Files.createDirectories(directory);
    if (!isRunning(directory)) {
      start(root, directory, owner);
    }
    Properties addresses = addresses(directory);
    return new SharedInfrastructure(
        addresses.getProperty(TestInfrastructure.DATABASE),
        addresses.getProperty(TestInfrastructure.BROKER),
        addresses.getProperty(TestInfrastructure.ISSUER));
  }

  Databases databases() {
    return new Databases(adminUrl);
  }

  Topics topics() {
    return new Topics(bootstrapServers);
  }

  private static boolean isRunning(Path directory) throws IOException {
    if (!Files.exists(TestInfrastructure.addressFile(directory))) {
      return false;
    }
    String process = addresses(directory).getProperty(TestInfrastructure.PROCESS);
    return ProcessHandle.of(Long.parseLong(process)).isPresent();
  }

  private static Properties addresses(Path directory) throws IOException {
    Properties addresses = new Properties();
    try (Reader in = Files.newBufferedReader(TestInfrastructure.addressFile(directory))) {
      addresses.load(in);
    }
    return addresses;
  }

  private static void start(Path root, Path directory, long owner)
      throws IOException, InterruptedException {
    Files.deleteIfExists(TestInfrastructure.addressFile(directory));
    File log = directory.resolveSibling(owner + ".log").toFile();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dmilepost.parent=" + owner,
                "-Dmilepost.data=" + directory,
                "-cp",
                classPath(root),
                TestInfrastructure.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    awaitReady(process, directory, log);
  }

  private static String classPath(Path root) throws IOException {
    Path target = root.resolve("platform/embedded/target");
    String libraries = Files.readString(target.resolve("runtime.classpath")).trim();
    return target.resolve("classes") + File.pathSeparator + libraries;
  }

  private static void awaitReady(Process process, Path directory, File log)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + STARTUP_WAIT.toNanos();
    while (!Files.exists(TestInfrastructure.addressFile(directory))) {
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new IOException("the infrastructure did not start, see " + log);
      }
      if (System.nanoTime() > deadline) {
        process.destroy();
        throw new IOException("the infrastructure was not ready in time, see " + log);
      }
    }
  }
}
