package dev.milepost.incentive.plan;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote or approved a plan: the login, and the participant behind it if there is one.
 *
 * @param principal the login's stable name
 * @param participantId the participant in the directory
 */
public record Person(String principal, @Nullable String participantId) {

  /** Whether both are one human: the same login, or two logins of one participant. */
  boolean isSameAs(Person other) {
    return principal.equals(other.principal)
        || (participantId != null && participantId.equals(other.participantId));
  }
}
