package dev.milepost.goals.directory;

import dev.milepost.contract.TeamChanged;
import dev.milepost.runtime.versioning.Versioned;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A team as clients see it, with everything that was ever valid. */
@Schema(name = "Team")
record TeamView(
    @Schema(examples = "west") String id,
    @Schema(examples = "1") long version,
    @Schema(examples = "West") String name,
    List<DatedValue.View> parents,
    List<DatedValue.View> managers,
    List<DatedValue.View> members)
    implements Versioned {

  static TeamView of(TeamChanged team) {
    return new TeamView(
        team.id(),
        team.version(),
        team.name(),
        DatedValue.View.of(team.parents()),
        DatedValue.View.of(team.managers()),
        DatedValue.View.of(team.members()));
  }
}
