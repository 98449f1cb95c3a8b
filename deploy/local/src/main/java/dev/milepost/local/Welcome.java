package dev.milepost.local;

import dev.milepost.local.terminal.Terminal;
import java.net.URI;
import java.util.stream.Stream;

/** Tells where everything is. */
final class Welcome {
  private final Home home;

  Welcome(Home home) {
    this.home = home;
  }

  /**
   * Says it.
   *
   * @param demo whether there are data to look at
   */
  void run(Suite suite, Terminal terminal, boolean demo) {
    terminal.say("");
    place(terminal, "goals", suite.goals());
    place(terminal, "tracking", suite.tracking());
    place(terminal, "analytics", suite.analytics());
    place(terminal, "incentive", suite.incentive());
    terminal.say("  %-10s %s".formatted("kafka", suite.bootstrapServers()));
    terminal.say("");
    terminal.say("A token:        " + home.tokenCommand("manager"));
    terminal.say("Logs and data:  " + home.folder());
    terminal.say("Ctrl-C stops everything; make up FRESH=1 starts anew.");
    if (demo) {
      sayNext(suite, terminal);
    }
  }

  private void sayNext(Suite suite, Terminal terminal) {
    terminal.say("");
    terminal.say("Try next, in another terminal (every number opens up):");
    Stream.of(
            "A=\"Authorization: Bearer $(%s)\"".formatted(home.tokenCommand("rep")),
            "curl -H \"$A\" '%s/v1/progress?period=2017-Q4'".formatted(suite.tracking()),
            "curl -H \"$A\" '%s/v1/rewards?period=2017-Q4'".formatted(suite.incentive()),
            "curl -H \"$A\" '%s/v1/rewards/<rewardId>/explanation'".formatted(suite.incentive()))
        .forEach(line -> terminal.say("  " + line));
  }

  private static void place(Terminal terminal, String service, URI address) {
    terminal.say("  %-10s %s/q/swagger-ui".formatted(service, address));
  }
}
