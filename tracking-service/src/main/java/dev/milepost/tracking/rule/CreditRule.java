package dev.milepost.tracking.rule;

import dev.milepost.runtime.versioning.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A crediting rule with everything it ever said.
 *
 * <p>Life: {@link #proposed} makes its first version, {@link #revised} and {@link #ended} the next
 * ones. The newest version waits until somebody other than its author has {@link #activated} it;
 * one that was never activated when the next was proposed is left behind. Active versions stay
 * readable for good.
 *
 * @param key its name in credits
 * @param version counts its changes, for {@code ETag} and {@code If-Match}
 * @param versions what it said, the oldest first
 */
public record CreditRule(
    @Schema(examples = "enterprise-overlay") String key,
    @Schema(examples = "2") long version,
    List<RuleVersion> versions)
    implements Versioned {

  /** What came of a request. */
  sealed interface Outcome {
    /** It was done. */
    record Changed(CreditRule rule) implements Outcome {}

    /** It was not. */
    record Refused(Refusal refusal) implements Outcome {}
  }

  /** Why a rule is left as it is. */
  enum Refusal {
    /** No version waits for being activated. */
    NOT_PROPOSED,
    /** The author of the version asked for it. */
    OWN_VERSION,
    /** No version is active that could end. */
    NOT_ACTIVE
  }

  static CreditRule proposed(String key, RuleTerms terms, String by, Instant now) {
    return new CreditRule(key, 0, List.of()).revised(terms, by, now);
  }

  CreditRule revised(RuleTerms terms, String by, Instant now) {
    RuleVersion next = new RuleVersion(versions.size() + 1, terms, by, now, null, null);
    return new CreditRule(
        key, version + 1, Stream.concat(versions.stream(), Stream.of(next)).toList());
  }

  /** Proposes that the rule credits no sales from the instant on. */
  Outcome ended(Instant to, String by, Instant now) {
    return active().isEmpty()
        ? new Outcome.Refused(Refusal.NOT_ACTIVE)
        : new Outcome.Changed(revised(endingAt(to), by, now));
  }

  /** Before its own beginning a version ends by being empty, and so does all that it replaces. */
  private RuleTerms endingAt(Instant to) {
    RuleTerms last = active().getLast().terms();
    return last.during(last.from().isBefore(to) ? last.from() : to, to);
  }

  /** Lets the newest version take effect. */
  Outcome activated(String by, Instant now) {
    RuleVersion newest = versions.getLast();
    if (newest.isActive()) {
      return new Outcome.Refused(Refusal.NOT_PROPOSED);
    }
    if (newest.proposedBy().equals(by)) {
      return new Outcome.Refused(Refusal.OWN_VERSION);
    }
    List<RuleVersion> changed = new ArrayList<>(versions);
    changed.set(changed.size() - 1, newest.activated(by, now));
    return new Outcome.Changed(new CreditRule(key, version + 1, List.copyOf(changed)));
  }

  /** The version that counts for sales of the instant. */
  Optional<RuleVersion> inForce(Instant at) {
    return active().stream()
        .filter(v -> validity(v).filter(span -> span.contains(at)).isPresent())
        .findFirst();
  }

  /** When an active version counts: its own validity, up to where a later one takes over. */
  Optional<Span> validity(RuleVersion version) {
    Span own = new Span(version.terms().from(), version.terms().to());
    return active().stream()
        .filter(later -> later.number() > version.number())
        .map(later -> later.terms().from())
        .min(Instant::compareTo)
        .map(taken -> own.and(new Span(null, taken)))
        .orElseGet(() -> own.and(own));
  }

  List<RuleVersion> active() {
    return versions.stream().filter(RuleVersion::isActive).toList();
  }

  /** The times whose sales are credited otherwise than they were before. */
  List<Span> differences(CreditRule before) {
    TreeSet<Instant> borders = new TreeSet<>();
    for (RuleVersion version : active()) {
      borders.add(version.terms().from());
      Optional.ofNullable(version.terms().to()).ifPresent(borders::add);
    }
    return Span.where(borders, at -> !creditsLike(before, at));
  }

  private boolean creditsLike(CreditRule before, Instant at) {
    Optional<RuleTerms> now = inForce(at).map(RuleVersion::terms);
    Optional<RuleTerms> then = before.inForce(at).map(RuleVersion::terms);
    return now.isEmpty() || then.isEmpty()
        ? now.isEmpty() && then.isEmpty()
        : now.get().creditsLike(then.get());
  }
}
