package dev.milepost.local.process;

import dev.milepost.local.terminal.ProgressBar;
import dev.milepost.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All processes of the launcher, in groups: a group starts together once the groups before it are
 * ready, and stops together once the groups after it have ended.
 */
public final class Children {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration GLANCE = Duration.ofMillis(250);
  private static final int HOPELESS = 3;
  private static final int LINES_SHOWN = 25;

  private final Terminal terminal;
  private final Deque<List<Child>> groups = new ArrayDeque<>();
  private boolean stopped;

  public Children(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Starts a group and waits until all of it is ready.
   *
   * @throws StartFailure when one keeps dying, or takes too long
   */
  public void start(String title, List<Program> programs) throws InterruptedException {
    if (programs.isEmpty()) {
      return;
    }
    List<Child> group = programs.stream().map(program -> new Child(program, terminal)).toList();
    synchronized (this) {
      if (stopped) {
        throw new InterruptedException("stopped while starting");
      }
      groups.push(group);
      group.forEach(Child::start);
    }
    awaitReady(title, group);
  }

  /** Stops everything, the last group first, and returns when no process is left. */
  public synchronized void stop() {
    stopped = true;
    while (!groups.isEmpty()) {
      List<Child> group = groups.pop();
      terminal.say("Stopping " + names(group));
      group.forEach(Child::stop);
      awaitEnd(group);
    }
  }

  private static void awaitEnd(List<Child> group) {
    try {
      for (Child child : group) {
        child.awaitEnd();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady(String title, List<Child> group) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (ProgressBar bar = terminal.bar(title, group.size())) {
      List<Child> waiting = new ArrayList<>(group);
      while (!waiting.isEmpty()) {
        for (Child child : List.copyOf(waiting)) {
          if (child.isReady()) {
            waiting.remove(child);
          } else if (child.deaths() >= HOPELESS || System.nanoTime() > deadline) {
            throw new StartFailure(child.name() + " does not start. " + endOf(child));
          }
        }
        bar.reached(group.size() - waiting.size(), names(waiting));
        Thread.sleep(GLANCE);
      }
    }
  }

  private static String names(List<Child> children) {
    return children.stream().map(Child::name).collect(Collectors.joining(", "));
  }

  private static String endOf(Child child) {
    Path log = child.program().log();
    try {
      List<String> lines = Files.readAllLines(log);
      List<String> end = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
      return "The end of %s:%n%s".formatted(log, String.join(System.lineSeparator(), end));
    } catch (IOException e) {
      return "Its log " + log + " cannot be read.";
    }
  }
}
