/**
 * Incentive plans: what is paid for, in versions.
 *
 * <p>Owns: the life of a plan from draft to active version, with two people in it; the pay curve;
 * the verification before a version pays; which version applies to a goal. Owns no money: what a
 * person is entitled to is decided in {@code entitlement}, what was booked is kept in {@code
 * ledger}.
 *
 * <p>Published events: none. Activating a version asks {@code entitlement} to settle the goals it
 * applies to.
 */
@NullMarked
package dev.milepost.incentive.plan;

import org.jspecify.annotations.NullMarked;
