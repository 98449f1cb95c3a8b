/**
 * Statements: a participant's ledger lines for a period, with the calculation behind each and the
 * totals. Owns nothing but this view of the ledger.
 */
@NullMarked
package dev.milepost.incentive.statement;

import org.jspecify.annotations.NullMarked;
