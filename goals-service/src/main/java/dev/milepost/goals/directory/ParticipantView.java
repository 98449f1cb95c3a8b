package dev.milepost.goals.directory;

import dev.milepost.contract.ParticipantChanged;
import dev.milepost.runtime.versioning.Versioned;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A participant as clients see it. */
@Schema(name = "Participant")
record ParticipantView(
    @Schema(examples = "darcel-schlecht") String id,
    @Schema(examples = "1") long version,
    @Schema(examples = "Darcel Schlecht") String name,
    List<DatedValue.View> roles,
    boolean active)
    implements Versioned {

  static ParticipantView of(ParticipantChanged participant) {
    return new ParticipantView(
        participant.id(),
        participant.version(),
        participant.name(),
        DatedValue.View.of(participant.roles()),
        participant.active());
  }
}
