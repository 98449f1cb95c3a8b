package dev.milepost.tracking.rule;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When a rule shall end.
 *
 * @param to first instant whose sales it no longer credits
 */
record RuleEnd(
    @Schema(
            description = "First instant whose sales the rule no longer credits.",
            examples = "2018-01-01T00:00:00Z")
        @NotNull
        Instant to) {}
