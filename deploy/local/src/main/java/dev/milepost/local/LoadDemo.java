package dev.milepost.local;

import dev.milepost.local.demo.Demo;
import dev.milepost.local.demo.DemoFailure;
import dev.milepost.local.terminal.Terminal;
import java.io.IOException;

/** Loads the demo into data that do not have it yet. Without it the suite is still of use. */
final class LoadDemo {
  private final Home home;

  LoadDemo(Home home) {
    this.home = home;
  }

  void run(Suite suite, Terminal terminal) throws IOException {
    if (home.hasDemo()) {
      terminal.say("The demo is loaded already.");
      return;
    }
    try {
      new Demo().run(suite, terminal);
      home.rememberDemo();
    } catch (DemoFailure e) {
      terminal.say("");
      terminal.say("The demo stopped: " + e.getMessage());
      terminal.say("The suite stays up. The next `make up` continues the demo where it stopped.");
    }
  }
}
