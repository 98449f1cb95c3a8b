/**
 * Creating twice is creating once: the optional {@code Idempotency-Key} header of creating POSTs.
 *
 * <p>Owns: the table {@code idempotency_key}, and the transaction around a method that is {@link
 * dev.milepost.runtime.idempotency.Idempotent}. The key's row (caller, operation, key, hash of the
 * body, answer) commits together with the effect, so there is never one without the other. A second
 * request with the same key waits for the first one's transaction; then it gets the same answer, or
 * 409 {@code idempotency-conflict} if it asks for something else. Only 2xx answers are kept, for 24
 * hours.
 *
 * <p>Does not own sales events: those have an identity of their own.
 */
@NullMarked
package dev.milepost.runtime.idempotency;

import org.jspecify.annotations.NullMarked;
