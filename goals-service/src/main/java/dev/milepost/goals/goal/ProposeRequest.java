package dev.milepost.goals.goal;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a goal is proposed; everything may be left out. */
@Schema(name = "ProposeRequest")
record ProposeRequest(
    @Schema(
            description =
                "Instant until when the owner is asked alone, or date until whose end."
                    + " Default: configured.",
            examples = "2017-10-05")
        @Nullable String acceptBy,
    @Schema(
            description = "Replaces the target that is written, as in answer to a counter-offer.",
            examples = "105000.00")
        @Nullable
        @Digits(integer = 18, fraction = 8)
        BigDecimal target,
    @Schema(examples = "Let us meet in the middle.") @Nullable @Size(max = 2000) String comment) {

  static final ProposeRequest PLAIN = new ProposeRequest(null, null, null);
}
