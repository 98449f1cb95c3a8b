package dev.milepost.incentive.plan;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.runtime.versioning.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A pay agreement and everything it ever promised.
 *
 * <p>Life: sales operations writes version 1 as a <em>draft</em>. A draft may be rewritten by
 * several people. Somebody else, from finance, <em>activates</em> it, which succeeds only if its
 * {@link Verification} finds no fault; from then on that version never changes. To change what is
 * paid, the next version is drafted and activated the same way; there is at most one draft.
 *
 * <p>An active version takes over the goals whose period starts in its validity, and leaves the
 * others to the versions before it: what was promised for an earlier period stays promised.
 *
 * @param id the plan
 * @param name name to show
 * @param currency ISO 4217 code of all its amounts, the same in every version
 * @param version counts up with every change
 * @param versions oldest first
 */
public record IncentivePlan(
    UUID id, String name, String currency, long version, List<PlanVersion> versions)
    implements Versioned {

  /** What came of a change that was asked for. */
  public sealed interface Outcome {
    record Changed(IncentivePlan plan) implements Outcome {}

    record Refused(Refusal refusal, List<Verification.Finding> findings) implements Outcome {
      Refused(Refusal refusal) {
        this(refusal, List.of());
      }
    }
  }

  /** Why a change was refused. */
  public enum Refusal {
    DRAFT_EXISTS,
    NO_DRAFT,
    OWN_DRAFT,
    FAULTY_DRAFT
  }

  static IncentivePlan drafted(
      UUID id, String name, String currency, PlanTerms terms, Person author, Instant now) {
    return new IncentivePlan(id, name, currency, 1, List.of(draft(1, terms, List.of(author), now)));
  }

  /** Adds the next version as a draft. */
  Outcome draftNext(PlanTerms terms, Person author, Instant now) {
    if (draft().isPresent()) {
      return new Outcome.Refused(Refusal.DRAFT_EXISTS);
    }
    PlanVersion next = draft(versions.size() + 1, terms, List.of(author), now);
    return changed(Stream.concat(versions.stream(), Stream.of(next)).toList());
  }

  /** Rewrites the draft. */
  Outcome rewrite(PlanTerms terms, Person author, Instant now) {
    return draft()
        .map(
            draft -> {
              List<Person> authors =
                  Stream.concat(draft.authors().stream(), Stream.of(author)).distinct().toList();
              return changed(withLast(draft(draft.number(), terms, authors, now)));
            })
        .orElseGet(() -> new Outcome.Refused(Refusal.NO_DRAFT));
  }

  /** Lets the draft pay. Whoever wrote on it may not, under whatever login. */
  Outcome activate(Person approver, Instant now) {
    Optional<PlanVersion> draft = draft();
    if (draft.isEmpty()) {
      return new Outcome.Refused(Refusal.NO_DRAFT);
    }
    if (draft.get().isWrittenBy(approver)) {
      return new Outcome.Refused(Refusal.OWN_DRAFT);
    }
    Verification verification = verification();
    if (!verification.passed()) {
      return new Outcome.Refused(Refusal.FAULTY_DRAFT, verification.faults());
    }
    return changed(withLast(draft.get().approved(approver, now)));
  }

  /** What is to be said about the newest version. */
  Verification verification() {
    List<PlanTerms> earlier =
        versions.stream().limit(versions.size() - 1L).map(PlanVersion::terms).toList();
    return Verification.of(versions.getLast().terms(), currency, earlier);
  }

  /** The version that pays on a goal: the newest active one whose validity its period starts in. */
  public Optional<PlanVersion> versionFor(GoalSnapshot goal) {
    LocalDate start = LocalDate.ofInstant(goal.period().start(), ZoneId.of(goal.zone()));
    return versions.stream()
        .filter(version -> !version.isDraft())
        .filter(version -> version.terms().validity().contains(start))
        .max(Comparator.comparing(PlanVersion::number));
  }

  private Optional<PlanVersion> draft() {
    return Optional.of(versions.getLast()).filter(PlanVersion::isDraft);
  }

  private static PlanVersion draft(int number, PlanTerms terms, List<Person> authors, Instant now) {
    return new PlanVersion(number, PlanVersion.State.DRAFT, terms, authors, now, null, null);
  }

  private List<PlanVersion> withLast(PlanVersion last) {
    return Stream.concat(versions.stream().limit(versions.size() - 1L), Stream.of(last)).toList();
  }

  private Outcome changed(List<PlanVersion> newVersions) {
    return new Outcome.Changed(new IncentivePlan(id, name, currency, version + 1, newVersions));
  }
}
