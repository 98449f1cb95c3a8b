package dev.milepost.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.local.process.StartFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Path ROOT = Path.of("project");

  @Test
  void startsAllServicesOnTheirOwnPortsByDefault() {
    Settings settings = Settings.of(ROOT, Map.of());

    assertThat(settings.services())
        .containsExactly(Part.GOALS, Part.TRACKING, Part.ANALYTICS, Part.INCENTIVE);
    assertThat(settings.address(Part.INCENTIVE)).hasToString("http://localhost:8084");
    assertThat(settings.demo()).isTrue();
    assertThat(settings.fresh()).isFalse();
    assertThat(settings.clock()).contains(Instant.parse("2017-12-31T06:00:00Z"));
  }

  @Test
  void takesPortsHeapsAndClockFromTheEnvironment() {
    Settings settings =
        Settings.of(ROOT, Map.of("GOALS_PORT", "9081", "GOALS_HEAP", "1g", "CLOCK", "now"));

    assertThat(settings.port(Part.GOALS)).isEqualTo(9081);
    assertThat(settings.heap(Part.GOALS)).isEqualTo("1g");
    assertThat(settings.clock()).isEmpty();
  }

  @Test
  void leavesAServiceToDevModeAndThenLoadsNoDemo() {
    Settings settings = Settings.of(ROOT, Map.of("WITHOUT", "goals, tracking"));

    assertThat(settings.services()).containsExactly(Part.ANALYTICS, Part.INCENTIVE);
    assertThat(settings.demo()).isFalse();
  }

  @Test
  void runsAServiceTwice() {
    Settings settings = Settings.of(ROOT, Map.of("TWICE", "tracking"));

    assertThat(settings.twice()).containsExactly(Part.TRACKING);
    assertThat(settings.demo()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"GOALS_PORT,0", "GOALS_PORT,many", "CLOCK,yesterday", "WITHOUT,kafka", "TWICE,oidc"})
  void refusesWhatItDoesNotUnderstandAndNamesIt(String variable, String value) {
    assertThatThrownBy(() -> Settings.of(ROOT, Map.of(variable, value)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContainingAll(variable, value);
  }

  @Test
  void namesTheTakenPortAndTheOptionThatMovesIt() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      Settings settings = Settings.of(ROOT, Map.of("TRACKING_PORT", port));

      assertThatThrownBy(settings::requireFreePorts)
          .isInstanceOf(StartFailure.class)
          .hasMessageContainingAll(port, "tracking", "make up TRACKING_PORT=");
    }
  }
}
