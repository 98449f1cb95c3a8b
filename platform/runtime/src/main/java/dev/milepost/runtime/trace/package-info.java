/** Owns the text form of W3C trace context, in which traces cross the outbox and the topics. */
@NullMarked
package dev.milepost.runtime.trace;

import org.jspecify.annotations.NullMarked;
