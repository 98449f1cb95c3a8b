package dev.milepost.incentive.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of an incentive plan.
 *
 * @param number 1 for the first
 * @param state DRAFT can still be changed, ACTIVE pays and never changes again
 * @param terms what it promises
 * @param authors everyone who wrote on it; none of them may approve it
 * @param draftedAt when it was last written
 * @param approvedBy who activated it
 * @param activatedAt when
 */
public record PlanVersion(
    int number,
    State state,
    PlanTerms terms,
    List<Person> authors,
    Instant draftedAt,
    @Nullable Person approvedBy,
    @Nullable Instant activatedAt) {

  /** Where a version is in its life. */
  public enum State {
    DRAFT,
    ACTIVE
  }

  boolean isDraft() {
    return state == State.DRAFT;
  }

  /** Whether somebody wrote on it. */
  boolean isWrittenBy(Person person) {
    return authors.stream().anyMatch(person::isSameAs);
  }

  PlanVersion approved(Person approver, Instant now) {
    return new PlanVersion(number, State.ACTIVE, terms, authors, draftedAt, approver, now);
  }
}
