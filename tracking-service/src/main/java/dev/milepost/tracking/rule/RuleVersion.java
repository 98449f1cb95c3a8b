package dev.milepost.tracking.rule;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule.
 *
 * @param number counts up from 1
 * @param terms what it says
 * @param proposedBy who wrote it
 * @param proposedAt when
 * @param activatedBy who let it take effect; absent while nobody has
 * @param activatedAt when
 */
public record RuleVersion(
    @Schema(examples = "1") int number,
    RuleTerms terms,
    @Schema(examples = "olga") String proposedBy,
    Instant proposedAt,
    @Schema(examples = "fred") @Nullable String activatedBy,
    @Nullable Instant activatedAt) {

  boolean isActive() {
    return activatedAt != null;
  }

  RuleVersion activated(String by, Instant now) {
    return new RuleVersion(number, terms, proposedBy, proposedAt, by, now);
  }
}
