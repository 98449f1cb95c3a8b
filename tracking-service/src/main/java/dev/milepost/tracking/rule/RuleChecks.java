package dev.milepost.tracking.rule;

import dev.milepost.contract.CreditType;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.runtime.expression.ExpressionFault;
import dev.milepost.tracking.rule.RuleTarget.Type;
import dev.milepost.tracking.sale.KeyRule;
import dev.milepost.tracking.sale.Violation;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a rule must be so that sales can be credited by it. */
@Singleton
final class RuleChecks {
  private final ExpressionCompiler compiler;

  RuleChecks(ExpressionCompiler compiler) {
    this.compiler = compiler;
  }

  /** Everything that is wrong; empty when the rule can credit. */
  List<Violation> violations(RuleTerms rule) {
    List<Violation> found = new ArrayList<>();
    condition(rule.condition(), found);
    target(rule.target(), found);
    if (rule.creditType() == CreditType.OVERLAY) {
      overlay(rule, found);
    } else {
      direct(rule, found);
    }
    if (rule.to() != null && !rule.from().isBefore(rule.to())) {
      found.add(Violation.of("/to", "not-after-from"));
    }
    return found;
  }

  private void condition(String source, List<Violation> found) {
    try {
      compiler.condition(source);
    } catch (ExpressionFault fault) {
      found.add(
          Violation.of(
              "/condition",
              "expression-faulty",
              String.valueOf(fault.getMessage()),
              fault.line(),
              fault.column()));
    }
  }

  private static void target(RuleTarget target, List<Violation> found) {
    if (target.type() == Type.MANAGER) {
      refuse("/target/id", target.id() != null, "not-allowed", found);
    } else if (target.id() == null) {
      found.add(Violation.of("/target/id", "required"));
    } else {
      KeyRule.violation("/target/id", target.id()).ifPresent(found::add);
    }
  }

  private static void overlay(RuleTerms rule, List<Violation> found) {
    BigDecimal share = rule.share();
    if (share == null) {
      found.add(Violation.of("/share", "required"));
    } else {
      boolean inRange = share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0;
      refuse("/share", !inRange, "share-out-of-range", found);
    }
    refuse("/overridesSeller", rule.overridesSeller(), "only-with-direct", found);
  }

  private static void direct(RuleTerms rule, List<Violation> found) {
    refuse("/share", rule.share() != null, "only-with-overlay", found);
    refuse("/target/type", rule.target().type() == Type.MANAGER, "only-with-overlay", found);
  }

  private static void refuse(String pointer, boolean broken, String code, List<Violation> found) {
    if (broken) {
      found.add(Violation.of(pointer, code));
    }
  }
}
