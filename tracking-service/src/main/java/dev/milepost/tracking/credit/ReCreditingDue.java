package dev.milepost.tracking.credit;

/** Fired when sales may have to be credited anew, once the transaction that says so commits. */
public record ReCreditingDue() {}
