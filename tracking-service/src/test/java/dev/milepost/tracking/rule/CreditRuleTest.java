package dev.milepost.tracking.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CreditType;
import dev.milepost.tracking.rule.CreditRule.Outcome;
import dev.milepost.tracking.rule.CreditRule.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CreditRuleTest {
  private static final Instant OCT = Instant.parse("2017-10-01T00:00:00Z");
  private static final Instant NOV = Instant.parse("2017-11-01T00:00:00Z");
  private static final Instant DEC = Instant.parse("2017-12-01T00:00:00Z");

  private final CreditRule proposed =
      CreditRule.proposed("overlay", terms("0.5", OCT, null), "olga", OCT);
  private final CreditRule active = changed(proposed.activated("fred", OCT));

  @Test
  void countsOnlyOnceSomebodyElseActivatedIt() {
    assertThat(proposed.inForce(NOV)).isEmpty();
    assertThat(proposed.activated("olga", OCT)).isEqualTo(new Outcome.Refused(Refusal.OWN_VERSION));
    assertThat(active.inForce(OCT)).hasValueSatisfying(v -> assertThat(v.number()).isOne());
    assertThat(active.inForce(OCT.minusNanos(1))).isEmpty();
    assertThat(active.activated("fred", OCT)).isEqualTo(new Outcome.Refused(Refusal.NOT_PROPOSED));
  }

  @Test
  void isTakenOverByALaterVersionFromItsBeginningOn() {
    CreditRule revised = active.revised(terms("0.25", NOV, DEC), "olga", NOV);
    assertThat(number(revised, NOV)).isEqualTo(1);

    CreditRule inForce = changed(revised.activated("fred", NOV));

    assertThat(number(inForce, NOV.minusNanos(1))).isEqualTo(1);
    assertThat(number(inForce, NOV)).isEqualTo(2);
    assertThat(inForce.inForce(DEC)).isEmpty();
    assertThat(inForce.differences(active)).containsExactly(new Span(NOV, null));
  }

  @Test
  void concernsOnlyTheSalesAfterItsEnd() {
    CreditRule ending = changed(active.ended(DEC, "olga", NOV));
    assertThat(number(ending, DEC)).isEqualTo(1);

    CreditRule ended = changed(ending.activated("fred", NOV));

    assertThat(number(ended, DEC.minusNanos(1))).isEqualTo(2);
    assertThat(ended.inForce(DEC)).isEmpty();
    assertThat(ended.differences(active)).containsExactly(new Span(DEC, null));
  }

  @Test
  void canEndBeforeItsNewestVersionBegins() {
    CreditRule two =
        changed(active.revised(terms("0.25", DEC, null), "olga", OCT).activated("fred", OCT));

    CreditRule ended = changed(changed(two.ended(NOV, "olga", OCT)).activated("fred", OCT));

    assertThat(number(ended, NOV.minusNanos(1))).isEqualTo(1);
    assertThat(ended.inForce(NOV)).isEmpty();
    assertThat(ended.inForce(DEC)).isEmpty();
  }

  @Test
  void hasNothingToEndBeforeItWasActive() {
    assertThat(proposed.ended(DEC, "olga", NOV)).isEqualTo(new Outcome.Refused(Refusal.NOT_ACTIVE));
  }

  @Test
  void concernsNoSaleWhenOnlyItsNameChanges() {
    RuleTerms before = active.versions().getFirst().terms();
    RuleTerms renamed =
        new RuleTerms(
            "another name",
            before.condition(),
            before.creditType(),
            new BigDecimal("0.50"),
            before.target(),
            before.priority(),
            before.overridesSeller(),
            before.from(),
            before.to());

    CreditRule after = changed(active.revised(renamed, "olga", NOV).activated("fred", NOV));

    assertThat(after.differences(active)).isEmpty();
  }

  private static int number(CreditRule rule, Instant at) {
    return rule.inForce(at).orElseThrow().number();
  }

  private static CreditRule changed(Outcome outcome) {
    return ((Outcome.Changed) outcome).rule();
  }

  private static RuleTerms terms(String share, Instant from, Instant to) {
    return new RuleTerms(
        "overlay",
        "true",
        CreditType.OVERLAY,
        new BigDecimal(share),
        new RuleTarget(RuleTarget.Type.ROLE, "engineer"),
        100,
        false,
        from,
        to);
  }
}
