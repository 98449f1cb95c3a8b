package dev.milepost.tracking.progress;

import dev.milepost.contract.SaleRef;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One line of a goal's ledger.
 *
 * @param sequence its number among the goal's, from 1
 * @param kind how it came about
 * @param creditId the credit
 * @param revision revision of the credit: 0, or counting up with everything taken back
 * @param participantId who is credited
 * @param sale the sale
 * @param saleType CloudEvents type of the sale
 * @param occurredAt when the sale happened
 * @param recordedAt when the line was booked
 * @param delta what it adds to the goal, in the metric's unit
 */
public record EntryView(
    long sequence,
    Kind kind,
    String creditId,
    int revision,
    String participantId,
    SaleRef sale,
    String saleType,
    Instant occurredAt,
    Instant recordedAt,
    BigDecimal delta) {}
