/**
 * Owns how events look on the wire: CloudEvents 1.0 over Kafka, written in binary mode, read in
 * binary and structured mode, and why an event happened ({@link dev.milepost.runtime.event.Cause}).
 * Knows the types of the published language and nothing of what they mean.
 */
@NullMarked
package dev.milepost.runtime.event;

import org.jspecify.annotations.NullMarked;
