package dev.milepost.tracking.rule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is credited by a rule.
 *
 * @param type how they are found
 * @param id of the participant or name of the role; absent for MANAGER
 */
public record RuleTarget(
    @Schema(description = "How those who are credited are found.", examples = "ROLE") Type type,
    @Schema(
            description = "Id of the participant, or name of the role; not with MANAGER.",
            examples = "solution-engineer")
        @Nullable String id) {

  /** The ways of finding them. */
  public enum Type {
    /** The participant of this id, known or not. */
    PARTICIPANT,
    /** Everyone who holds the role when the sale happens. */
    ROLE,
    /** Whoever manages the own team of a seller when the sale happens. */
    MANAGER
  }
}
