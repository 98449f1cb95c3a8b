/**
 * Owns crediting rules: who is credited for a sale beside what the sale itself says. A rule is a
 * CEL condition over the sales event and what follows where it holds: an OVERLAY share for a
 * participant, for everyone who holds a role or for the sellers' managers, or the DIRECT assignment
 * of sales that name no seller (by territory, by account, to the house account).
 *
 * <p>Life: a version is proposed by sales-ops and takes effect when another user of sales-ops or
 * finance activates it; until then the versions before it go on. Each version is valid during
 * {@code [from, to)} by the time of the sale, and from its {@code from} on it takes the place of
 * every version before it. What was activated never changes: a rule is revised or ended by the next
 * version, which a second person activates as well.
 *
 * <p>Does not own what becomes of sales that were credited before a rule took effect; whoever
 * follows that up observes {@link dev.milepost.tracking.rule.RulesChanged}.
 */
@NullMarked
package dev.milepost.tracking.rule;

import org.jspecify.annotations.NullMarked;
