/**
 * The ledger: what was booked, when, why and how it was calculated.
 *
 * <p>Owns: the lines. A line never changes and is never removed; the database grants the service no
 * right to. A correction is a new line. Owns no decision: {@code entitlement} decides what is
 * booked. A reward that is not money has lines too, without an amount.
 */
@NullMarked
package dev.milepost.incentive.ledger;

import org.jspecify.annotations.NullMarked;
