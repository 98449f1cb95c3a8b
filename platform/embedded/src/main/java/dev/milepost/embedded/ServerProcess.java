package dev.milepost.embedded;

import java.util.concurrent.Callable;

/**
 * Makes this JVM the process of one server: it runs until SIGTERM, or until the process that wanted
 * it is gone, and closes the server on the way out.
 */
final class ServerProcess {
  /** The process id whose end ends this process; without it the process runs until a signal. */
  static final String PARENT = "milepost.parent";

  private ServerProcess() {}

  /** Starts the server, prints one line {@code READY <name> <address>} and stays. */
  static void run(String name, Callable<? extends Server> start) throws InterruptedException {
    Server server = startOrExit(name, start);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, name + "-stop"));
    System.out.println("READY " + name + " " + server.address());
    awaitEndOfParent();
    System.exit(0);
  }

  /** A server that fails to start may leave threads behind that would keep the process alive. */
  private static Server startOrExit(String name, Callable<? extends Server> start) {
    try {
      return start.call();
    } catch (Exception e) {
      System.err.println("FAILED " + name);
      e.printStackTrace();
      System.exit(1);
      throw new IllegalStateException(e);
    }
  }

  private static void awaitEndOfParent() throws InterruptedException {
    Long parent = Long.getLong(PARENT);
    if (parent == null) {
      Thread.currentThread().join();
    } else {
      ProcessHandle.of(parent).ifPresent(process -> process.onExit().join());
    }
  }
}
