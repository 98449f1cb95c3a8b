/**
 * Rewards as they stand, and their explanation.
 *
 * <p>Owns: the current state of each reward, who may see it, and the walk from a reward through the
 * rule, the progress and the credits to the sales events, all from this service's own projections.
 * Owns no decision about what is granted.
 */
@NullMarked
package dev.milepost.incentive.reward;

import org.jspecify.annotations.NullMarked;
