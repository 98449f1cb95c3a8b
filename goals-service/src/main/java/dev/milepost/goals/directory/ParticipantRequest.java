package dev.milepost.goals.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client says a participant is. */
@Schema(name = "ParticipantRequest")
record ParticipantRequest(
    @Schema(description = "Name to show.", examples = "Darcel Schlecht")
        @NotBlank
        @Size(max = LONGEST_NAME)
        String name,
    @Schema(description = "Roles in the sales organisation, one at a time. Default: none.")
        @Nullable
        @Size(max = MOST_ROLES)
        List<@NotNull @Valid DatedValue> roles,
    @Schema(description = "Whether the person is still in the organisation. Default: true.")
        @Nullable Boolean active) {
  static final int LONGEST_NAME = 200;
  static final int MOST_ROLES = 200;
}
