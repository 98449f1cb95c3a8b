package dev.milepost.goals.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client says a team is. */
@Schema(name = "TeamRequest")
record TeamRequest(
    @Schema(description = "Name to show.", examples = "West") @NotBlank @Size(max = LONGEST_NAME)
        String name,
    @Schema(description = "Ids of the team above, one at a time. None: a root.")
        @Nullable
        @Size(max = MOST_SUCCESSIVE)
        List<@NotNull @Valid DatedValue> parents,
    @Schema(description = "Participant ids of the manager, one at a time.")
        @Nullable
        @Size(max = MOST_SUCCESSIVE)
        List<@NotNull @Valid DatedValue> managers,
    @Schema(description = "Participant ids of the members.") @Nullable @Size(max = MOST_MEMBERS)
        List<@NotNull @Valid DatedValue> members) {
  static final int LONGEST_NAME = 200;
  static final int MOST_SUCCESSIVE = 500;
  static final int MOST_MEMBERS = 5000;
}
