package dev.milepost.tracking.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CreditType;
import dev.milepost.tracking.catalogue.Hierarchy;
import dev.milepost.tracking.rule.RuleRef;
import dev.milepost.tracking.sale.Original;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps a sale from being credited as it should be. */
class DifferenceTest {
  private static final InForce ANN = credit("ann", "0.6", "0.6", "east", null);
  private static final Hierarchy NOBODY = new Hierarchy(List.of(), List.of());
  private static final InForce BOB = credit("bob", "0.4", "0.4", "east", null);

  @Test
  void isNoneForWhatStands() {
    assertThat(
            Difference.of(
                    List.of(ANN, BOB),
                    List.of(share("bob", "0.40", "east"), share("ann", "0.6", "east")))
                .isNone())
        .isTrue();
  }

  @Test
  void isOnlyWhatBecameAnother() {
    Share moved = share("ann", "0.6", "west");

    Difference difference =
        Difference.of(List.of(ANN, BOB), List.of(moved, share("bob", "0.4", "east")));

    assertThat(difference.obsolete()).containsExactly(ANN);
    assertThat(difference.missing()).containsExactly(moved);
  }

  @Test
  void countsEqualSharesOneByOne() {
    Share share = share("ann", "0.6", "east");

    assertThat(Difference.of(List.of(ANN), List.of(share, share)).missing()).containsExactly(share);
    assertThat(Difference.of(List.of(ANN, ANN), List.of(share)).obsolete()).containsExactly(ANN);
  }

  @Test
  void comparesTheWholeShareAndNotWhatReversalsLeft() {
    assertThat(
            Difference.of(
                    List.of(credit("ann", "1", "0.25", "east", null)),
                    List.of(share("ann", "1", "east")))
                .isNone())
        .isTrue();
  }

  @Test
  void leavesASaleAloneOfWhichNothingIsLeft() {
    assertThat(
            Difference.of(
                    List.of(credit("ann", "1", "0", "east", null)),
                    List.of(share("ann", "1", "west")))
                .isNone())
        .isTrue();
  }

  @Test
  void tellsRulesApartButNotTheirVersions() {
    InForce made = credit("ann", "1", "1", "east", "overlay");

    assertThat(Difference.of(List.of(made), List.of(by("overlay", 2))).isNone()).isTrue();
    assertThat(Difference.of(List.of(made), List.of(by("other", 1))).isNone()).isFalse();
  }

  @Test
  void isEverythingOfAReturnWhoseOriginalCameLater() {
    Share placed =
        share("ann", "0.6", "east")
            .returning(new Original(7, Instant.EPOCH, Instant.EPOCH), NOBODY);

    Difference difference = Difference.of(List.of(ANN), List.of(placed));

    assertThat(difference.obsolete()).containsExactly(ANN);
    assertThat(difference.missing()).containsExactly(placed);
    assertThat(Difference.of(List.of(inForce(placed)), List.of(placed)).isNone()).isTrue();
  }

  private static InForce inForce(Share share) {
    return new InForce(
        new Compensation(
            1,
            share.participantId(),
            share.type(),
            share.part(),
            share.teams(),
            share.part(),
            0,
            share.atOriginal(),
            null),
        null);
  }

  private static Share by(String rule, int version) {
    return new Share(
        "ann",
        CreditType.DIRECT,
        BigDecimal.ONE,
        List.of("east"),
        new RuleRef(rule, version),
        null);
  }

  private static Share share(String participant, String part, String team) {
    return new Share(
        participant, CreditType.DIRECT, new BigDecimal(part), List.of(team), null, null);
  }

  private static InForce credit(
      String participant, String share, String left, String team, String rule) {
    return new InForce(
        new Compensation(
            1,
            participant,
            CreditType.DIRECT,
            new BigDecimal(share),
            List.of(team),
            new BigDecimal(left),
            0,
            null,
            null),
        rule);
  }
}
