package dev.milepost.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionChecksTest {
  private static final Map<String, String> FIT =
      Map.of(
          "milepost.production", "true",
          "quarkus.oidc.auth-server-url", "https://id.example.org/realms/sales",
          "quarkus.oidc.token.audience", "milepost",
          "quarkus.datasource.username", "goals",
          "quarkus.flyway.username", "goals_owner");

  @Test
  void startsWhatIsFit() {
    assertThat(ProductionChecks.faults(config(FIT))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "milepost.clock.offset, -PT1H",
    "quarkus.oidc.tenant-enabled, false",
    "quarkus.oidc.auth-server-url, http://id.example.org",
    "quarkus.oidc.auth-server-url, https://localhost:8080/milepost",
    "quarkus.oidc.auth-server-url, https://127.0.0.1/milepost",
    "quarkus.oidc.auth-server-url, nowhere",
    "quarkus.oidc.token.audience, ''",
    "milepost.http.open-docs, true",
    "milepost.outbox.relay, false",
    "quarkus.flyway.username, goals",
    "quarkus.flyway.username, ''"
  })
  void refusesWhatIsForOnesOwnMachine(String name, String value) {
    Map<String, String> settings = new HashMap<>(FIT);
    settings.put(name, value);

    assertThat(ProductionChecks.faults(config(settings)))
        .hasSize(1)
        .first()
        .asString()
        .contains(name);
    assertThatThrownBy(() -> new ProductionChecks(config(settings)).check(new StartupEvent()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(name);
  }

  @Test
  void mindsNoOwnerWhereSomebodyElseMigrates() {
    Map<String, String> settings = new HashMap<>(FIT);
    settings.remove("quarkus.flyway.username");
    settings.put("quarkus.flyway.migrate-at-start", "false");

    assertThat(ProductionChecks.faults(config(settings))).isEmpty();
  }

  @Test
  void theProfileProdIsProduction() {
    assertThat(shared("prod").getValue("milepost.production", Boolean.class)).isTrue();
    assertThat(shared("local").getOptionalValue("milepost.production", Boolean.class)).isEmpty();
  }

  @Test
  void mindsNothingElsewhere() {
    Map<String, String> settings =
        Map.of("milepost.clock.offset", "-PT1H", "milepost.http.open-docs", "true");

    assertThat(ProductionChecks.faults(config(settings))).isEmpty();
  }

  /** What all services share, in a profile. */
  private static Config shared(String profile) {
    return new SmallRyeConfigBuilder().addDefaultSources().withProfile(profile).build();
  }

  private static Config config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .build();
  }
}
