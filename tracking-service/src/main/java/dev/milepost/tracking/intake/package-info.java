/**
 * Owns taking sales events in over HTTP: reading CloudEvents, saying per event what is wrong with
 * it, recognising one that was sent before. What is accepted is not processed here: it goes through
 * the same topic as everybody else's events, so that there is one way in.
 */
@NullMarked
package dev.milepost.tracking.intake;

import org.jspecify.annotations.NullMarked;
