/**
 * Owns the one way in: a batch of sales events from the topic becomes, in one transaction, facts,
 * credits, entries, milestones and everything that is told about them. What cannot be used goes to
 * quarantine with its reason. Owns no rule of its own; it puts the others in order.
 */
@NullMarked
package dev.milepost.tracking.recording;

import org.jspecify.annotations.NullMarked;
