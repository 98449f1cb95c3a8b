/**
 * The credits behind progress: a projection of the credits topic, kept to explain rewards without
 * asking another service.
 *
 * <p>Owns: which credit changed which goal by how much, and the sales event it came from. Owns no
 * rule: crediting is tracking's.
 *
 * <p>Events in: SaleCredited, CreditReversed. A credit may be told several times with different
 * contributions; the union is kept, by goal and sequence. Events out: none.
 */
@NullMarked
package dev.milepost.incentive.credit;

import org.jspecify.annotations.NullMarked;
