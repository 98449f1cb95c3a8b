package dev.milepost.tracking.sale;

import java.time.Instant;

/**
 * The event that a return names.
 *
 * @param no our number of it
 * @param occurredAt when it happened
 * @param arrivedAt when it came to the broker
 */
public record Original(long no, Instant occurredAt, Instant arrivedAt) {}
