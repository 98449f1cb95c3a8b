package dev.milepost.tracking.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CreditType;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.tracking.rule.RuleTarget.Type;
import dev.milepost.tracking.sale.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleChecksTest {
  private static final Instant OCT = Instant.parse("2017-10-01T00:00:00Z");
  private static final RuleTarget ANN = new RuleTarget(Type.PARTICIPANT, "ann");

  private final RuleChecks checks = new RuleChecks(new ExpressionCompiler());

  @Test
  void findsNothingWrongWithWhatCanCredit() {
    assertThat(checks.violations(overlay("event.stage == 'WON'", "1", ANN))).isEmpty();
    assertThat(checks.violations(direct(null, ANN, false))).isEmpty();
    assertThat(checks.violations(direct(null, new RuleTarget(Type.ROLE, "apac"), true))).isEmpty();
  }

  @Test
  void namesThePlaceOfAFault() {
    Violation fault = checks.violations(overlay("true &&\n event.amont > 1", "1", ANN)).getFirst();

    assertThat(fault.pointer()).isEqualTo("/condition");
    assertThat(fault.code()).isEqualTo("expression-faulty");
    assertThat(fault.arguments().subList(1, 3)).containsExactly(2, 7);
  }

  @Test
  void asksForAShareInRangeWithOverlayOnly() {
    assertThat(codes(overlay("true", "0", ANN))).containsExactly("/share share-out-of-range");
    assertThat(codes(overlay("true", "1.01", ANN))).containsExactly("/share share-out-of-range");
    assertThat(codes(overlay("true", null, ANN))).containsExactly("/share required");
    assertThat(codes(direct("1", ANN, false))).containsExactly("/share only-with-overlay");
  }

  @Test
  void asksForATargetThatCanBeFound() {
    assertThat(codes(direct(null, new RuleTarget(Type.MANAGER, null), false)))
        .containsExactly("/target/type only-with-overlay");
    assertThat(codes(overlay("true", "1", new RuleTarget(Type.MANAGER, "ann"))))
        .containsExactly("/target/id not-allowed");
    assertThat(codes(overlay("true", "1", new RuleTarget(Type.ROLE, null))))
        .containsExactly("/target/id required");
    assertThat(codes(overlay("true", "1", new RuleTarget(Type.PARTICIPANT, " "))))
        .containsExactly("/target/id blank");
  }

  @Test
  void refusesToOverrideWithAnOverlayAndToEndBeforeTheBeginning() {
    assertThat(codes(terms("true", CreditType.OVERLAY, "1", ANN, true, null)))
        .containsExactly("/overridesSeller only-with-direct");
    assertThat(codes(terms("true", CreditType.OVERLAY, "1", ANN, false, OCT)))
        .containsExactly("/to not-after-from");
  }

  private List<String> codes(RuleTerms terms) {
    return checks.violations(terms).stream().map(v -> v.pointer() + " " + v.code()).toList();
  }

  private static RuleTerms overlay(String condition, String share, RuleTarget target) {
    return terms(condition, CreditType.OVERLAY, share, target, false, null);
  }

  private static RuleTerms direct(String share, RuleTarget target, boolean overrides) {
    return terms("true", CreditType.DIRECT, share, target, overrides, null);
  }

  private static RuleTerms terms(
      String condition,
      CreditType type,
      String share,
      RuleTarget target,
      boolean overrides,
      Instant to) {
    BigDecimal part = share == null ? null : new BigDecimal(share);
    return new RuleTerms("rule", condition, type, part, target, 100, overrides, OCT, to);
  }
}
