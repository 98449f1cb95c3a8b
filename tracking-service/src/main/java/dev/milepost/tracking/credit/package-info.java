/**
 * Owns who a sale counts for: the shares of its sellers and those that rules add or assign, the
 * teams they roll up to, and the compensations that take them back when the sale is reversed or
 * superseded by a newer version of the same record. Credits are written once; taking one back adds
 * a revision with a negative share. Does not own which goals a credit counts for.
 *
 * <p>Who a sale is to be credited to follows from the sale, the rules and the hierarchy of its time
 * alone. When rules or hierarchy change, sales that came before are credited anew: the change is
 * recorded as a task in the transaction that makes it, with the number of the last credit there is,
 * and worked off in chunks. Of a sale whose credits differ from what they should be the wrong ones
 * are voided (a revision that no event caused, of all that is left) and others made, in the
 * proportion that reversals left. Later reversals leave voided credits alone.
 *
 * <p>A credit of a return that names its original stands in two places: in the time and the teams
 * of the return itself, and in those of the original. Which of them counts is for each metric to
 * say. While the original has not arrived there is only the first; when it comes, the return is
 * credited anew like every sale of which something became known.
 */
@NullMarked
package dev.milepost.tracking.credit;

import org.jspecify.annotations.NullMarked;
