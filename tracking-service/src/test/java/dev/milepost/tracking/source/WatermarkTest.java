package dev.milepost.tracking.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.tracking.source.Watermark.AheadOfNow;
import dev.milepost.tracking.source.Watermark.Declared;
import dev.milepost.tracking.source.Watermark.MovesBack;
import dev.milepost.tracking.source.Watermark.Unchanged;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatermarkTest {
  private static final Instant NOW = Instant.parse("2017-11-13T12:00:00Z");
  private static final Instant NOON = Instant.parse("2017-11-12T12:00:00Z");
  private static final Instant MORNING = Instant.parse("2017-11-12T06:00:00Z");
  private static final Watermark KNOWN = new Watermark("/crm", NOON, NOON, "crm", NOON);

  @Test
  void beginsWithNothingTakenIn() {
    assertThat(Watermark.first("/crm", NOON, "crm", NOW))
        .isEqualTo(new Declared(new Watermark("/crm", NOON, NOW, "crm", null)));
  }

  @Test
  void neverLiesAheadOfNow() {
    assertThat(Watermark.first("/crm", NOW.plusNanos(1), "crm", NOW)).isEqualTo(new AheadOfNow());
    assertThat(KNOWN.declare(NOW.plusNanos(1), true, "olga", NOW)).isEqualTo(new AheadOfNow());
    assertThat(Watermark.first("/crm", NOW, "crm", NOW)).isInstanceOf(Declared.class);
  }

  @Test
  void risesAndStaysCompleteAsFarAsItWas() {
    assertThat(KNOWN.declare(NOW, false, "crm", NOW))
        .isEqualTo(new Declared(new Watermark("/crm", NOW, NOW, "crm", NOON)));
  }

  @Test
  void standsWhenItIsDeclaredAgain() {
    assertThat(KNOWN.declare(NOON, false, "other", NOW)).isEqualTo(new Unchanged(KNOWN));
  }

  @Test
  void fallsOnlyByCorrectionAndIsCompleteNoFurtherThen() {
    assertThat(KNOWN.declare(MORNING, false, "crm", NOW)).isEqualTo(new MovesBack(NOON));
    assertThat(KNOWN.declare(MORNING, true, "olga", NOW))
        .isEqualTo(new Declared(new Watermark("/crm", MORNING, NOW, "olga", MORNING)));
  }
}
