package dev.milepost.local;

import dev.milepost.embedded.TokenSource;
import dev.milepost.local.process.StartFailure;
import dev.milepost.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The program behind {@code make up} and {@code make token}.
 *
 * <p>{@code up} starts the suite and stays until Ctrl-C; {@code token <persona>} prints a token for
 * the suite that runs, and nothing else. Both are called in the directory of the project.
 */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    try {
      run(args);
    } catch (StartFailure | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void run(String[] args) throws Exception {
    Path root = Path.of("").toAbsolutePath();
    String command = args.length == 0 ? "" : args[0];
    switch (command) {
      case "up" -> up(root);
      case "token" -> System.out.println(token(root, args.length == 1 ? "" : args[1]));
      default -> throw new IllegalArgumentException("usage: up | token <persona>");
    }
  }

  private static void up(Path root) throws Exception {
    Settings settings = Settings.of(root, System.getenv());
    Terminal terminal = Terminal.ofProcess();
    Home home = new Home(settings.data());
    Suite suite = new LocalSuite(settings, home, terminal).start(Clock.systemUTC());
    if (settings.demo()) {
      new LoadDemo(home).run(suite, terminal);
    }
    new Welcome(home).run(suite, terminal, settings.demo());
    Thread.currentThread().join();
  }

  private static String token(Path root, String persona) throws IOException {
    Home home = new Home(Settings.of(root, System.getenv()).data());
    return new TokenSource(home.issuer()).token(Persona.named(persona).identity());
  }
}
