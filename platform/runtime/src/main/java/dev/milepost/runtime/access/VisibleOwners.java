package dev.milepost.runtime.access;

import dev.milepost.contract.Owner;
import java.util.Set;

/** The owners whose rows a caller may see. */
public sealed interface VisibleOwners {

  /** Whether the owner's rows are visible. */
  boolean includes(Owner owner);

  /** Whether every owner is visible; for SQL: {@code (? OR owner_id = ANY (?) …)}. */
  default boolean all() {
    return this instanceof Everyone;
  }

  /** The visible participants; empty and without meaning when all are. */
  default Set<String> participantIds() {
    return this instanceof Only only ? only.participants() : Set.of();
  }

  /** The visible teams; empty and without meaning when all are. */
  default Set<String> teamIds() {
    return this instanceof Only only ? only.teams() : Set.of();
  }

  /** All owners, known or not. */
  record Everyone() implements VisibleOwners {
    @Override
    public boolean includes(Owner owner) {
      return true;
    }
  }

  /** These owners and no others. */
  record Only(Set<String> participants, Set<String> teams) implements VisibleOwners {
    @Override
    public boolean includes(Owner owner) {
      return switch (owner.type()) {
        case PARTICIPANT -> participants.contains(owner.id());
        case TEAM -> teams.contains(owner.id());
      };
    }
  }
}
