package dev.milepost.tracking.rule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The version of a rule that made a credit.
 *
 * @param key the rule
 * @param version number of its version
 */
public record RuleRef(
    @Schema(examples = "enterprise-overlay") String key, @Schema(examples = "1") int version) {}
