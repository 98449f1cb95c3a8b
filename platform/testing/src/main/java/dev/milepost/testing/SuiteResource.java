package dev.milepost.testing;

import dev.milepost.embedded.Databases;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives a service under test the real infrastructure: an empty database of its own, set up with the
 * same logins as in production, the topics of the suite, all empty, and an OIDC provider.
 *
 * <p>The database is named after {@code quarkus.application.name}.
 */
public final class SuiteResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    String service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
    try {
      SharedInfrastructure infrastructure = SharedInfrastructure.findOrStart();
      infrastructure.databases().recreate(service);
      infrastructure.topics().recreate();
      return configuration(service, infrastructure);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting the infrastructure", e);
    } catch (Exception e) {
      throw new IllegalStateException("no infrastructure for the tests of " + service, e);
    }
  }

  /** The infrastructure stays, for the tests that start the service again. */
  @Override
  public void stop() {}

  private static Map<String, String> configuration(
      String service, SharedInfrastructure infrastructure) {
    String owner = Databases.ownerOf(service);
    return Map.of(
        "quarkus.datasource.jdbc.url", infrastructure.databases().url(service),
        "quarkus.datasource.username", service,
        "quarkus.datasource.password", service,
        "quarkus.flyway.username", owner,
        "quarkus.flyway.password", owner,
        "kafka.bootstrap.servers", infrastructure.bootstrapServers(),
        "quarkus.oidc.auth-server-url", infrastructure.issuer());
  }
}
