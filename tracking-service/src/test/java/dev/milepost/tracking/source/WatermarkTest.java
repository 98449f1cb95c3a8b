package dev.milepost.tracking.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.tracking.source.Watermark.AheadOfNow;
import dev.milepost.tracking.source.Watermark.Declared;
import dev.milepost.tracking.source.Watermark.Declarer;
import dev.milepost.tracking.source.Watermark.MovesBack;
import dev.milepost.tracking.source.Watermark.Unchanged;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatermarkTest {
  private static final Instant NOW = Instant.parse("2017-11-13T12:00:00Z");
  private static final Instant NOON = Instant.parse("2017-11-12T12:00:00Z");
  private static final Instant MORNING = Instant.parse("2017-11-12T06:00:00Z");
  private static final Declarer CRM = new Declarer("crm", true);
  private static final Declarer OTHER = new Declarer("other", true);
  private static final Declarer OLGA = new Declarer("olga", false);
  private static final Watermark KNOWN = new Watermark("/crm", NOON, NOON, "crm", "crm", NOON);

  @Test
  void beginsWithNothingTakenIn() {
    assertThat(Watermark.first("/crm", NOON, CRM, NOW))
        .isEqualTo(new Declared(new Watermark("/crm", NOON, NOW, "crm", "crm", null)));
  }

  @Test
  void neverLiesAheadOfNow() {
    assertThat(Watermark.first("/crm", NOW.plusNanos(1), CRM, NOW)).isEqualTo(new AheadOfNow());
    assertThat(KNOWN.declare(NOW.plusNanos(1), true, OLGA, NOW)).isEqualTo(new AheadOfNow());
    assertThat(Watermark.first("/crm", NOW, CRM, NOW)).isInstanceOf(Declared.class);
  }

  @Test
  void risesAndStaysCompleteAsFarAsItWas() {
    assertThat(KNOWN.declare(NOW, false, CRM, NOW))
        .isEqualTo(new Declared(new Watermark("/crm", NOW, NOW, "crm", "crm", NOON)));
  }

  @Test
  void standsWhenItIsDeclaredAgain() {
    assertThat(KNOWN.declare(NOON, false, OLGA, NOW)).isEqualTo(new Unchanged(KNOWN));
  }

  @Test
  void fallsOnlyByCorrectionAndIsCompleteNoFurtherThen() {
    assertThat(KNOWN.declare(MORNING, false, CRM, NOW)).isEqualTo(new MovesBack(NOON));
    assertThat(KNOWN.declare(MORNING, true, OLGA, NOW))
        .isEqualTo(new Declared(new Watermark("/crm", MORNING, NOW, "olga", "crm", MORNING)));
  }

  @Test
  void belongsToTheFirstIntegrationThatDeclaresIt() {
    Watermark byOlga = new Watermark("/crm", NOON, NOON, "olga", null, null);

    assertThat(KNOWN.isForeignTo(CRM)).isFalse();
    assertThat(KNOWN.isForeignTo(OTHER)).isTrue();
    assertThat(KNOWN.isForeignTo(OLGA)).isFalse();
    assertThat(byOlga.isForeignTo(CRM)).isFalse();
    assertThat(byOlga.declare(NOW, false, CRM, NOW))
        .isEqualTo(new Declared(new Watermark("/crm", NOW, NOW, "crm", "crm", null)));
  }

  @Test
  void belongsToTheIntegrationThatDeclaresWhatSalesOpsDeclaredBefore() {
    Watermark byOlga = new Watermark("/crm", NOON, NOON, "olga", null, NOON);

    assertThat(byOlga.declare(NOON, false, CRM, NOW))
        .isEqualTo(new Declared(new Watermark("/crm", NOON, NOW, "crm", "crm", NOON)));
    assertThat(byOlga.declare(NOON, false, OLGA, NOW)).isEqualTo(new Unchanged(byOlga));
  }
}
