package dev.milepost.tracking.evaluation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a manager notes. */
record NoteDraft(
    @Schema(
            description = "In words.",
            examples = "The deal with Hottechi made it; the next quarter needs more of its size.")
        @NotBlank
        @Size(max = 2000)
        String text) {}
