package dev.milepost.tracking.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.tracking.catalogue.Contribution;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class KeyStateTest {
  private static final Contribution SALE = Contribution.key("acme");
  private static final Contribution UNDO = SALE.change(BigDecimal.ONE, BigDecimal.ZERO);

  @Test
  void countsAKeyWithSeveralSalesOnce() {
    KeyState twice = KeyState.UNKNOWN.plus(SALE, false).plus(SALE, false);

    assertThat(twice.count()).isEqualTo(1);
    assertThat(twice.plus(UNDO, false).count()).isEqualTo(1);
    assertThat(twice.plus(UNDO, false).plus(UNDO, false).count()).isZero();
  }

  @Test
  void countsNothingWhileItWasSeenBefore() {
    KeyState seen = KeyState.UNKNOWN.plus(SALE.markedAsSeen(), false);

    assertThat(seen.count()).isZero();
    assertThat(seen.plus(Contribution.seenBefore("acme", -1), false).count()).isEqualTo(1);
  }

  @Test
  void knowsByALateSaleThatItWasSeenBefore() {
    KeyState late = KeyState.UNKNOWN.plus(SALE.markedAsSeen(), true);

    assertThat(late.lateCount()).isZero();
    assertThat(late.plus(SALE, false).count()).isZero();
    KeyState notSeen = late.plus(SALE, false).plus(Contribution.seenBefore("acme", -1), true);
    assertThat(notSeen.count()).isZero();
    assertThat(notSeen.lateCount()).isEqualTo(1);
  }

  @Test
  void keepsWhatCameLateApart() {
    KeyState late = KeyState.UNKNOWN.plus(SALE, true);
    KeyState undone = KeyState.UNKNOWN.plus(SALE, false).plus(UNDO, true);

    assertThat(late.count()).isZero();
    assertThat(late.lateCount()).isEqualTo(1);
    assertThat(late.plus(SALE, false).lateCount()).isZero();
    assertThat(undone.count()).isEqualTo(1);
    assertThat(undone.lateCount()).isEqualTo(-1);
  }
}
