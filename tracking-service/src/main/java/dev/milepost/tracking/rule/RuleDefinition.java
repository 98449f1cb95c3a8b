package dev.milepost.tracking.rule;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.Ratio;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client says a rule is; {@link RuleChecks} decide whether it can credit. */
record RuleDefinition(
    @Schema(
            description =
                "The rule's key, kept for good. Needed to define one; where the path names it, it"
                    + " may be left out and may not differ.",
            examples = "enterprise-overlay")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}")
        @Nullable String key,
    @Schema(description = "Name to show.", examples = "Solution engineers on enterprise deals")
        @NotBlank
        @Size(max = 200)
        String name,
    @Schema(
            description =
                "CEL condition: which events the rule is about. An event that lacks what it asks"
                    + " for does not meet it.",
            examples = "event.attributes.segment == 'enterprise'")
        @NotBlank
        String condition,
    @Schema(
            description =
                "OVERLAY: a share beside the sellers'. DIRECT: whose the sale is, if it names no"
                    + " seller.")
        @NotNull
        CreditType creditType,
    @Schema(
            description =
                "OVERLAY only: the share, above 0 and at most 1. For MANAGER it is multiplied by"
                    + " the shares of the manager's sellers.",
            examples = "0.5")
        @Ratio
        @Nullable BigDecimal share,
    @Schema(description = "Who is credited. DIRECT: not MANAGER; holders of a role share equally.")
        @NotNull
        RuleTarget target,
    @Schema(
            description =
                "DIRECT only: of the rules that apply to a sale the one with the lowest number"
                    + " counts, then by key. Default: 100.",
            examples = "100")
        @Nullable Integer priority,
    @Schema(
            description =
                "DIRECT only: whether sales that name their sellers are taken from these. Default:"
                    + " false.")
        @Nullable Boolean overridesSeller,
    @Schema(description = "Sales from this instant on.", examples = "2017-10-01T00:00:00Z") @NotNull
        Instant from,
    @Schema(
            description = "Sales before this instant. Default: until further notice.",
            examples = "2018-01-01T00:00:00Z")
        @Nullable Instant to) {
  private static final int DEFAULT_PRIORITY = 100;

  /** The definition with its defaults filled in. */
  RuleTerms terms() {
    return new RuleTerms(
        name,
        condition,
        creditType,
        share,
        target,
        priority == null ? DEFAULT_PRIORITY : priority,
        Boolean.TRUE.equals(overridesSeller),
        from,
        to);
  }
}
