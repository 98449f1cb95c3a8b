package dev.milepost.tracking.rule;

import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.expression.Evaluation;
import dev.milepost.runtime.expression.EventVariables;
import dev.milepost.runtime.expression.Variables;
import dev.milepost.tracking.rule.RuleTarget.Type;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All rules that count, in the order of their priority. Immutable. */
public final class CreditRules {
  private static final Comparator<RuleInForce> BY_PRIORITY =
      Comparator.comparingInt((RuleInForce rule) -> rule.terms().priority())
          .thenComparing(rule -> rule.ref().key());

  private final List<RuleInForce> rules;

  public CreditRules(Collection<RuleInForce> rules) {
    this.rules = rules.stream().sorted(BY_PRIORITY).toList();
  }

  /**
   * The rules whose condition a sale meets, the lowest priority number first. Each condition is
   * asked at most once, and only when the stream comes to it.
   */
  public Stream<RuleInForce> met(String type, SalesEvent sale) {
    if (rules.isEmpty()) {
      return Stream.empty();
    }
    List<RuleInForce> valid =
        rules.stream().filter(rule -> rule.validity().contains(sale.occurredAt())).toList();
    if (valid.isEmpty()) {
      return Stream.empty();
    }
    Variables variables = EventVariables.of(type, sale);
    return valid.stream().filter(rule -> holds(rule, variables));
  }

  /** The times during which rules look for those who hold a role. */
  public List<Span> askingFor(String role) {
    RuleTarget wanted = new RuleTarget(Type.ROLE, role);
    return validities(rule -> rule.terms().target().equals(wanted));
  }

  /** The times during which rules look for those who are found in this way. */
  public List<Span> askingFor(Type target) {
    return validities(rule -> rule.terms().target().type() == target);
  }

  private List<Span> validities(Predicate<RuleInForce> which) {
    return rules.stream().filter(which).map(RuleInForce::validity).toList();
  }

  private static boolean holds(RuleInForce rule, Variables variables) {
    return switch (rule.condition().evaluate(variables)) {
      case Evaluation.Result<Boolean> result -> result.value();
      case Evaluation.Failure<Boolean> failure -> false;
    };
  }
}
