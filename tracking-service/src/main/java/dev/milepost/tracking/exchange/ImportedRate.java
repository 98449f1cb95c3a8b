package dev.milepost.tracking.exchange;

import dev.milepost.runtime.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a rate that was sent. */
@Schema(name = "ImportedExchangeRate")
record ImportedRate(
    @Schema(description = "Number of the item or row, from 1.", examples = "1") int row,
    @Schema(description = "What became of it.") Status status,
    @Schema(description = "The version in force now; absent when refused.", examples = "1")
        @Nullable Integer version,
    @Schema(description = "Why it was refused.") @Nullable Problem problem) {

  /** What can become of a rate. */
  @Schema(name = "ExchangeRateImportStatus")
  enum Status {
    /** The first value of this rate. */
    CREATED,
    /** Another value: a new version, used from now on. */
    CHANGED,
    /** The value in force. */
    UNCHANGED,
    /** No rate. */
    REFUSED
  }
}
