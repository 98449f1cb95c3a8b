package dev.milepost.local.process;

import dev.milepost.local.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One program that is kept running: whenever its process ends by itself, it is started again. */
final class Child {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LONGEST_PAUSE_SECONDS = 30;

  private final Program program;
  private final Terminal terminal;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable Process process;
  private volatile int deaths;

  Child(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  void start() {
    Thread.ofPlatform().daemon().name(program.name()).start(this::keepRunning);
  }

  String name() {
    return program.name();
  }

  Program program() {
    return program;
  }

  boolean isReady() throws InterruptedException {
    Process current = process;
    return current != null && current.isAlive() && program.readiness().isReady();
  }

  /** How often it has ended by itself. */
  int deaths() {
    return deaths;
  }

  /** Asks it to end. */
  synchronized void stop() {
    stopping.countDown();
    if (process != null) {
      process.destroy();
    }
  }

  /** Waits until it has ended after {@link #stop}; one that does not end is killed. */
  void awaitEnd() throws InterruptedException {
    Process last = process;
    if (last != null && !last.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      terminal.say(name() + " does not stop, killing it");
      last.destroyForcibly().waitFor();
    }
  }

  private void keepRunning() {
    try {
      Process current = launch();
      while (current != null) {
        int exitCode = current.waitFor();
        deaths++;
        if (!pauseUnlessStopping()) {
          return;
        }
        terminal.say("%s ended with exit code %d; it is started again".formatted(name(), exitCode));
        current = launch();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits longer from death to death; false when it is meant to end. */
  private boolean pauseUnlessStopping() throws InterruptedException {
    int seconds = Math.min(deaths, LONGEST_PAUSE_SECONDS);
    return !stopping.await(seconds, TimeUnit.SECONDS);
  }

  private synchronized @Nullable Process launch() {
    if (stopping.getCount() == 0) {
      return null;
    }
    Redirect log =
        process == null
            ? Redirect.to(program.log().toFile())
            : Redirect.appendTo(program.log().toFile());
    try {
      process = program.builder().redirectOutput(log).start();
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name(), e);
    }
  }
}
