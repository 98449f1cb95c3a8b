package dev.milepost.tracking.rule;

import dev.milepost.runtime.event.Cause;
import java.util.List;

/**
 * Fired inside the transaction that let a version of a rule take effect, after it did so.
 *
 * @param spans the times whose sales are credited otherwise than before
 * @param cause why
 */
public record RulesChanged(List<Span> spans, Cause cause) {}
