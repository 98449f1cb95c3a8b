package dev.milepost.tracking.evaluation;

import dev.milepost.contract.SaleRef;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A sale that counted for a goal.
 *
 * @param sale its identity
 * @param participant who was credited for it
 * @param occurredAt when it happened
 * @param amount what it counted, share applied, in the metric's unit; of a metric that counts keys
 *     1 per sale
 */
public record ContributingEvent(
    SaleRef sale, String participant, Instant occurredAt, BigDecimal amount) {}
