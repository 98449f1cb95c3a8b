/**
 * Owns what crediting reads: the goals with their bound metric versions, the hierarchy, and the
 * rules that are in force. Goals and directory belong to goals-service; here are copies, fed by
 * events.
 *
 * <p>Everybody counts by the same catalogue. A batch of sales holds a shared advisory lock for the
 * length of its transaction, from before it looks at the catalogue; a change to goals, rules or
 * directory holds it exclusively and counts up the catalogue's version. So a change finds no batch
 * half done, and each credit is recorded either before a goal was known (then it is the
 * back-fill's) or after (then it is the live batch's), told apart by the number of the last credit
 * before the change. The catalogue is kept in memory and compared with the version in every
 * transaction; each goal says with which version it was changed last, so that only those are read
 * again that did.
 *
 * <p>Exchange rates are part of what everybody counts by: an import changes the catalogue too.
 *
 * <p>Does not own progress or milestones.
 */
@NullMarked
package dev.milepost.tracking.catalogue;

import org.jspecify.annotations.NullMarked;
