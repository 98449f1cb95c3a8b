package dev.milepost.incentive.plan;

import dev.milepost.runtime.event.Cause;

/**
 * Fired inside the transaction that activates a version of a plan, under the lock that keeps every
 * goal from being settled until it is committed.
 *
 * @param validity the goals that the version takes over: those whose period starts in it
 * @param cause the request that activated it
 */
public record PlanActivated(PlanTerms.Validity validity, Cause cause) {}
