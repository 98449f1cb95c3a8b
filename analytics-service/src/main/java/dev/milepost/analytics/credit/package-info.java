/**
 * Whose sales they are. Owns this service's copy of the credits that tracking tells: who has which
 * share of a sale, and to which teams it rolls up. A credit may be told again with other
 * contributions; of each revision one row is kept, so the order of arrival does not matter. Does
 * not own how a sale is credited.
 *
 * <p>Events in: SaleCredited, CreditReversed. Events out: none.
 */
@NullMarked
package dev.milepost.analytics.credit;

import org.jspecify.annotations.NullMarked;
