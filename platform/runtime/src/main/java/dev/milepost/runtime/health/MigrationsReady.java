package dev.milepost.runtime.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Ready once the schema is the one this version was written for. Where migrations run apart from
 * the service, it waits for them.
 */
@Readiness
@ApplicationScoped
class MigrationsReady implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(MigrationsReady.class);

  private final Flyway flyway;
  private volatile boolean applied;

  MigrationsReady(Flyway flyway) {
    this.flyway = flyway;
  }

  @Override
  public HealthCheckResponse call() {
    if (!applied) {
      applied = nothingIsPending();
    }
    return HealthCheckResponse.named("migrations").status(applied).build();
  }

  private boolean nothingIsPending() {
    try {
      return flyway.info().pending().length == 0;
    } catch (FlywayException e) {
      LOG.debug("Cannot tell whether migrations are pending", e);
      return false;
    }
  }
}
