package dev.milepost.tracking.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.milepost.runtime.paging.HasNext;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why another progress of a goal is believed at one moment than was at an earlier one.
 *
 * @param goalId the goal
 * @param from the earlier moment; what was recorded at it does not belong to the changes
 * @param to the later moment; what was recorded at it does
 * @param before what was believed at {@code from}; null when the goal was not known then
 * @param after what was believed at {@code to}
 * @param goalVersions versions of the goal that became known between them, the oldest first
 * @param items entries that were recorded between them, and of a level those that its window came
 *     to or left behind, by sequence; those of kind TRUE_UP changed the restated attainment, the
 *     others the value
 * @param next the cursor of the page after; null on the last page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProgressChanges(
    String goalId,
    Instant from,
    Instant to,
    @Schema(nullable = true) @Nullable ProgressView before,
    ProgressView after,
    List<GoalVersionView> goalVersions,
    List<EntryView> items,
    @Schema(nullable = true, description = "The cursor of the page after; null on the last page.")
        @Nullable String next)
    implements HasNext {}
