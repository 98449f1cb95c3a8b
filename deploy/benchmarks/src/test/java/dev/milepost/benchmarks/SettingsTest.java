package dev.milepost.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.benchmarks.stage.BenchmarkFailure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void measuresEverythingInFullSizeByItself() {
    Settings settings = Settings.of(Map.of());

    assertThat(settings.only()).containsExactlyInAnyOrder("ingest", "latency", "growth");
    assertThat(settings.ingest().events()).isEqualTo(600_000);
    assertThat(settings.ingest().pairs()).isEqualTo(3);
    assertThat(settings.latency().rate()).isEqualTo(500);
    assertThat(settings.latency().warmUpSeconds()).isEqualTo(60);
    assertThat(settings.growth().stored()).containsExactly(10_000L, 100_000L, 1_000_000L);
    assertThat(settings.growth().goals()).containsExactly(100, 1_000, 10_000);
    assertThat(settings.jvm().heap()).isEqualTo("256m");
    assertThat(settings.jvm().options()).isEmpty();
  }

  @Test
  void measuresLessWhenAskedTo() {
    Settings settings =
        Settings.of(Map.of("ONLY", "ingest", "EVENTS", "5000", "FLOOR", "0", "JVM", "-Xint -ea"));

    assertThat(settings.measures("ingest")).isTrue();
    assertThat(settings.measures("growth")).isFalse();
    assertThat(settings.ingest().events()).isEqualTo(5_000);
    assertThat(settings.ingest().floor()).isFalse();
    assertThat(settings.jvm().options()).isEqualTo(List.of("-Xint", "-ea"));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> Settings.of(Map.of("ONLY", "throughput")))
        .isInstanceOf(BenchmarkFailure.class);
    assertThatThrownBy(() -> Settings.of(Map.of("EVENTS", "many")))
        .isInstanceOf(BenchmarkFailure.class)
        .hasMessageContaining("EVENTS");
  }
}
