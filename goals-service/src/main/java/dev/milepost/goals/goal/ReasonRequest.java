package dev.milepost.goals.goal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is turned down or given up. */
@Schema(name = "ReasonRequest")
record ReasonRequest(
    @Schema(examples = "The territory was merged with another.") @NotBlank @Size(max = 2000)
        String reason) {}
