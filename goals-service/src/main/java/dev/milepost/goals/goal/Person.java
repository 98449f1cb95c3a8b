package dev.milepost.goals.goal;

import org.jspecify.annotations.Nullable;

/**
 * Who did something: the login, and the participant behind it if there is one.
 *
 * @param principal the login's stable name
 * @param participantId the participant in the directory
 */
public record Person(String principal, @Nullable String participantId) {

  /** Whether both are one human: the same login, or two logins of one participant. */
  boolean isSameAs(Person other) {
    return principal.equals(other.principal) || is(other.participantId);
  }

  /** Whether this is that participant. */
  boolean is(@Nullable String participant) {
    return participantId != null && participantId.equals(participant);
  }
}
