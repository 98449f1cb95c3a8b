/**
 * The problems that clients of this service can meet, beyond those that all services share. Owns
 * their names and statuses; their texts are in the message bundles.
 */
@NullMarked
package dev.milepost.tracking.problem;

import org.jspecify.annotations.NullMarked;
