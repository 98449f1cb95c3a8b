package dev.milepost.goals.goal;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another target, and why. */
@Schema(name = "CounterRequest")
record CounterRequest(
    @Schema(description = "In the metric's unit.", examples = "95000.00")
        @NotNull
        @Digits(integer = 18, fraction = 8)
        BigDecimal target,
    @Schema(examples = "Two of us are on leave in December.") @NotBlank @Size(max = 2000)
        String comment) {}
