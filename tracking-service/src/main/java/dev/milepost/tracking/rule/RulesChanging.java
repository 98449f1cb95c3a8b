package dev.milepost.tracking.rule;

/**
 * Fired inside the transaction that lets a version of a rule take effect, before it does so:
 * whoever credits must not see rules change under its feet.
 */
public record RulesChanging() {}
