package dev.milepost.local;

import dev.milepost.embedded.Databases;
import dev.milepost.embedded.PostgresServer;
import dev.milepost.embedded.TokenSource;
import dev.milepost.embedded.Topics;
import dev.milepost.local.process.Children;
import dev.milepost.local.terminal.Terminal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The suite on this machine, from start to stop: first the infrastructure, then what the services
 * need on it, then the services.
 */
final class LocalSuite {
  private final Settings settings;
  private final Home home;
  private final Programs programs;
  private final Terminal terminal;
  private final Children children;

  LocalSuite(Settings settings, Home home, Terminal terminal) {
    this.settings = settings;
    this.home = home;
    this.terminal = terminal;
    this.programs = new Programs(settings, home);
    this.children = new Children(terminal);
  }

  /** Starts everything and returns when it is ready. */
  Suite start(Clock clock) throws Exception {
    home.take();
    PostgresServer.stopOrphan(home.data(Part.POSTGRES));
    settings.requireFreePorts();
    if (settings.fresh()) {
      home.clear();
    }
    Duration offset = home.clockOffset(settings.clock(), clock);
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    children.start("Database, broker, identity provider", programs.infrastructure());
    setUp();
    children.start("Services", programs.services(offset));
    Instant shown = clock.instant().plus(offset).truncatedTo(ChronoUnit.SECONDS);
    terminal.say("The suite's clock shows " + shown);
    return suite();
  }

  private void stop() {
    children.stop();
    home.release();
  }

  private void setUp() throws Exception {
    Databases databases = programs.databases();
    for (Part service : Part.services().toList()) {
      databases.create(service.label());
    }
    new Topics(programs.bootstrapServers()).create();
    home.rememberIssuer(programs.issuer());
  }

  private Suite suite() {
    return new Suite(
        settings.address(Part.GOALS),
        settings.address(Part.TRACKING),
        settings.address(Part.ANALYTICS),
        settings.address(Part.INCENTIVE),
        programs.bootstrapServers(),
        new TokenSource(programs.issuer()));
  }
}
