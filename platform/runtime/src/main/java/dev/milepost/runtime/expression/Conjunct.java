package dev.milepost.runtime.expression;

/**
 * One of the parts of a condition that all have to hold.
 *
 * @param source the part as its author wrote it
 * @param condition the part, compiled
 */
public record Conjunct(String source, Condition condition) {}
