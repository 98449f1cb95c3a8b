package dev.milepost.local;

import dev.milepost.local.terminal.Terminal;
import java.net.URI;

/** Tells where everything is. */
final class Welcome {
  private final Home home;

  Welcome(Home home) {
    this.home = home;
  }

  void run(Suite suite, Terminal terminal) {
    terminal.say("");
    place(terminal, "goals", suite.goals());
    place(terminal, "tracking", suite.tracking());
    place(terminal, "analytics", suite.analytics());
    place(terminal, "incentive", suite.incentive());
    terminal.say("  %-10s %s".formatted("kafka", suite.bootstrapServers()));
    terminal.say("");
    terminal.say("A token:        make -s token AS=manager");
    terminal.say("Logs and data:  " + home.folder());
    terminal.say("Ctrl-C stops everything; make up FRESH=1 starts anew.");
  }

  private static void place(Terminal terminal, String service, URI address) {
    terminal.say("  %-10s %s/q/swagger-ui".formatted(service, address));
  }
}
