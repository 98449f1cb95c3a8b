/**
 * The incentive service: what people earn for what they reached, and why. Each feature is a package
 * of its own; this one only lists the problems that its clients can meet.
 */
@NullMarked
package dev.milepost.incentive;

import org.jspecify.annotations.NullMarked;
