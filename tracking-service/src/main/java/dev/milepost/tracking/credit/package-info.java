/**
 * Owns who a sale counts for: the shares of its sellers, the teams they roll up to, and the
 * compensations that take them back when the sale is reversed or superseded by a newer version of
 * the same record. Credits are written once; taking one back adds a revision with a negative share.
 * Does not own which goals a credit counts for.
 */
@NullMarked
package dev.milepost.tracking.credit;

import org.jspecify.annotations.NullMarked;
