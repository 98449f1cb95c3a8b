/**
 * What this service refuses, and in which words.
 *
 * <p>Owns: the catalogue of the service's own problem types; their texts are in the bundles {@code
 * messages/problems*.properties}. Does not own the types that all services share.
 */
@NullMarked
package dev.milepost.analytics.problem;

import org.jspecify.annotations.NullMarked;
