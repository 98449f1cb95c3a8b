package dev.milepost.local;

import dev.milepost.local.terminal.Terminal;

/** What happens once the suite is up, before it is handed over to the person who started it. */
@FunctionalInterface
public interface AfterStart {
  void run(Suite suite, Terminal terminal) throws Exception;
}
