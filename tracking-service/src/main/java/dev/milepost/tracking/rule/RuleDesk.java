package dev.milepost.tracking.rule;

import dev.milepost.runtime.access.Caller;
import dev.milepost.runtime.event.RequestCause;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.versioning.IfMatch;
import dev.milepost.tracking.problem.TrackingProblem;
import dev.milepost.tracking.rule.CreditRule.Outcome;
import dev.milepost.tracking.sale.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Where rules are written and activated: one transaction per request. */
@ApplicationScoped
class RuleDesk {
  private final Rules rules;
  private final RuleChecks checks;
  private final RuleNews news;
  private final Caller caller;
  private final RequestCause cause;
  private final Clock clock;

  RuleDesk(
      Rules rules,
      RuleChecks checks,
      RuleNews news,
      Caller caller,
      RequestCause cause,
      Clock clock) {
    this.rules = rules;
    this.checks = checks;
    this.news = news;
    this.caller = caller;
    this.cause = cause;
    this.clock = clock;
  }

  @Transactional
  CreditRule define(RuleDefinition definition) {
    String key = definition.key();
    if (key == null) {
      throw ProblemException.of(CommonProblem.INVALID_REQUEST).violation("/key", "required");
    }
    CreditRule rule = CreditRule.proposed(key, checked(definition), caller.principal(), now());
    if (!rules.insert(rule)) {
      throw ProblemException.of(TrackingProblem.CREDIT_RULE_EXISTS, key);
    }
    return rule;
  }

  @Transactional
  CreditRule revise(String key, IfMatch ifMatch, RuleDefinition definition) {
    CreditRule rule = locked(key, ifMatch);
    if (definition.key() != null && !definition.key().equals(key)) {
      throw ProblemException.of(TrackingProblem.CREDIT_RULE_INVALID)
          .violation("/key", "key-differs", key);
    }
    return stored(rule.revised(checked(definition), caller.principal(), now()));
  }

  @Transactional
  CreditRule end(String key, IfMatch ifMatch, Instant to) {
    return stored(locked(key, ifMatch).ended(to, caller.principal(), now()));
  }

  /** Asks for the version that was read, so that nobody activates what they have not seen. */
  @Transactional
  CreditRule activate(String key, IfMatch ifMatch) {
    ifMatch.required();
    news.changing();
    CreditRule before = locked(key, ifMatch);
    CreditRule active = stored(before.activated(caller.principal(), now()));
    news.changed(active.differences(before), cause.current());
    return active;
  }

  private CreditRule locked(String key, IfMatch ifMatch) {
    ifMatch.required();
    CreditRule rule =
        rules.lock(key).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
    ifMatch.requireMatch(rule.version());
    return rule;
  }

  private CreditRule stored(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Changed changed -> stored(changed.rule());
      case Outcome.Refused refused ->
          throw ProblemException.of(
              switch (refused.refusal()) {
                case NOT_PROPOSED -> TrackingProblem.CREDIT_RULE_NOT_PROPOSED;
                case OWN_VERSION -> TrackingProblem.OWN_CREDIT_RULE;
                case NOT_ACTIVE -> TrackingProblem.CREDIT_RULE_NOT_ACTIVE;
              });
    };
  }

  private CreditRule stored(CreditRule rule) {
    rules.update(rule);
    return rule;
  }

  private RuleTerms checked(RuleDefinition definition) {
    RuleTerms terms = definition.terms();
    List<Violation> violations = checks.violations(terms);
    if (!violations.isEmpty()) {
      ProblemException problem = ProblemException.of(TrackingProblem.CREDIT_RULE_INVALID);
      violations.forEach(v -> problem.violation(v.pointer(), v.code(), v.arguments().toArray()));
      throw problem;
    }
    return terms;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
