package dev.milepost.local.process;

/**
 * A Java agent that ends its JVM, in good order, when the launcher is gone, even when that was
 * killed and could stop nothing: {@code -javaagent:milepost-local.jar=<process id>}.
 */
public final class ParentWatch {
  private ParentWatch() {}

  public static void premain(String parent) {
    long pid = Long.parseLong(parent);
    Thread.ofPlatform().daemon().name("parent-watch").start(() -> exitAfter(pid));
  }

  private static void exitAfter(long pid) {
    ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    System.exit(0);
  }
}
