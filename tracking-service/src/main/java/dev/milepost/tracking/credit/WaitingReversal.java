package dev.milepost.tracking.credit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.milepost.contract.SaleRef;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reversal whose original has not arrived.
 *
 * @param no our number of the reversal, for paging only
 * @param reversal identity of the reversal
 * @param original identity of the event that it waits for
 * @param amount what it takes back; null for all
 * @param recordedAt since when it waits
 */
public record WaitingReversal(
    @JsonIgnore long no,
    SaleRef reversal,
    SaleRef original,
    @Nullable BigDecimal amount,
    Instant recordedAt) {}
