/**
 * What a goal entitles to, and booking the difference.
 *
 * <p>Owns: the pay formulas ({@code domain.md}, "Incentive components"), the comparison of what is
 * due with what was booked, and the transaction in which ledger lines, rewards and their events are
 * written under the lock of the goal. Owns neither the facts ({@code goal}) nor the rules ({@code
 * plan}) nor what was booked ({@code reward}, {@code ledger}).
 *
 * <p>A reward is granted at most once per (plan, component, milestone in force, recipient), or per
 * (plan, component, goal, recipient) for attainment pay. What is booked is always the difference to
 * what was booked before, so late, repeated and reordered facts come out right.
 *
 * <p>Events in: those of {@code goal}. Events out: RewardGranted, RewardRevoked.
 */
@NullMarked
package dev.milepost.incentive.entitlement;

import org.jspecify.annotations.NullMarked;
