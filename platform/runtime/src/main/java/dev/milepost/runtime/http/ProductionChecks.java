package dev.milepost.runtime.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Refuses to start in production with settings that are for one's own machine. Production is where
 * {@code milepost.production} is true, which it is in the profile {@code prod}.
 */
@ApplicationScoped
class ProductionChecks {
  private final Config config;

  ProductionChecks(Config config) {
    this.config = config;
  }

  void check(@Observes StartupEvent start) {
    List<String> faults = faults(config);
    if (!faults.isEmpty()) {
      throw new IllegalStateException("Not fit for production: " + String.join("; ", faults));
    }
  }

  /** What must not be so in production; nothing elsewhere. */
  static List<String> faults(Config config) {
    List<String> faults = new ArrayList<>();
    if (flag(config, "milepost.production", false)) {
      if (!offset(config).isZero()) {
        faults.add("milepost.clock.offset must be zero");
      }
      if (!flag(config, "quarkus.oidc.tenant-enabled", true)) {
        faults.add("quarkus.oidc.tenant-enabled must not be false");
      }
      if (!isRealIssuer(text(config, "quarkus.oidc.auth-server-url"))) {
        faults.add("quarkus.oidc.auth-server-url must be an https address of another host");
      }
      if (text(config, "quarkus.oidc.token.audience").isEmpty()) {
        faults.add("quarkus.oidc.token.audience must be set");
      }
      if (flag(config, "milepost.http.open-docs", false)) {
        faults.add("milepost.http.open-docs must be false");
      }
      if (!flag(config, "milepost.outbox.relay", true)) {
        faults.add("milepost.outbox.relay must not be false");
      }
      if (migratesAsItself(config)) {
        faults.add("quarkus.flyway.username must be another login than the service's own");
      }
    }
    return faults;
  }

  /** The test provider speaks plain http on this machine only, and its key is public. */
  private static boolean isRealIssuer(String url) {
    try {
      URI issuer = URI.create(url);
      return "https".equals(issuer.getScheme())
          && issuer.getHost() != null
          && !issuer.getHost().matches("localhost|127\\..*|\\[::1]");
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  /** The service's login must not be able to change its schema. */
  private static boolean migratesAsItself(Config config) {
    String owner = text(config, "quarkus.flyway.username");
    return flag(config, "quarkus.flyway.migrate-at-start", true)
        && (owner.isEmpty() || owner.equals(text(config, "quarkus.datasource.username")));
  }

  private static Duration offset(Config config) {
    return config.getOptionalValue("milepost.clock.offset", Duration.class).orElse(Duration.ZERO);
  }

  private static boolean flag(Config config, String name, boolean otherwise) {
    return config.getOptionalValue(name, Boolean.class).orElse(otherwise);
  }

  private static String text(Config config, String name) {
    return config.getOptionalValue(name, String.class).orElse("");
  }
}
