package dev.milepost.tracking.rule;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.Ratio;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a rule says.
 *
 * @param name name to show
 * @param condition CEL condition over the event; an event that lacks what it asks for does not meet
 *     it
 * @param creditType OVERLAY adds a share beside the sellers'; DIRECT says whose the sale is
 * @param share the OVERLAY share, in (0, 1]; absent with DIRECT
 * @param target who is credited
 * @param priority of the DIRECT rules whose condition holds the one with the lowest counts
 * @param overridesSeller whether a DIRECT rule also counts for sales that name their sellers
 * @param from first instant of the sales it is about
 * @param to first instant after them; absent: until further notice
 */
public record RuleTerms(
    @Schema(examples = "Solution engineers on enterprise deals") String name,
    @Schema(examples = "event.attributes.segment == 'enterprise'") String condition,
    CreditType creditType,
    @Schema(examples = "0.5") @Ratio @Nullable BigDecimal share,
    RuleTarget target,
    @Schema(examples = "100") int priority,
    boolean overridesSeller,
    @Schema(examples = "2017-10-01T00:00:00Z") Instant from,
    @Nullable Instant to) {

  /** Whether the same sales lead to the same credits, whatever name and validity. */
  boolean creditsLike(RuleTerms other) {
    return condition.equals(other.condition)
        && creditType == other.creditType
        && (share == null
            ? other.share == null
            : other.share != null && share.compareTo(other.share) == 0)
        && target.equals(other.target)
        && priority == other.priority
        && overridesSeller == other.overridesSeller;
  }

  /** The same, valid during another time. */
  RuleTerms during(Instant start, @Nullable Instant end) {
    return new RuleTerms(
        name, condition, creditType, share, target, priority, overridesSeller, start, end);
  }
}
