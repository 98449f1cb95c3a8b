package dev.milepost.runtime.inbox;

/**
 * What became of the records of a batch; they add up to its size.
 *
 * @param handled taken in by the handler
 * @param ignored of a type that the suite does not know
 * @param quarantined set aside with a reason
 */
record BatchOutcome(int handled, int ignored, int quarantined) {}
