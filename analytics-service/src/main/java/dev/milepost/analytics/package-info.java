/**
 * What the organisation's data says. Owns copies of what the other services publish, and the
 * answers computed from them; owns no fact and publishes nothing.
 */
@NullMarked
package dev.milepost.analytics;

import org.jspecify.annotations.NullMarked;
