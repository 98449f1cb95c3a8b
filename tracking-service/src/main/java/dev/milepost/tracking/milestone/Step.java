package dev.milepost.tracking.milestone;

import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.tracking.milestone.CrossingDates.Bar;
import dev.milepost.tracking.milestone.Milestone.Crossing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happens to one milestone in one transaction.
 *
 * @param standing where its goal stands
 * @param milestone as it was before
 * @param kind what happens
 */
record Step(Standing standing, Milestone milestone, Kind kind) {

  enum Kind {
    REACHED,
    REVERTED,
    /** Still reached, but something that occurred before the crossing came to light. */
    REDATED
  }

  static Optional<Step> of(Standing standing, Milestone milestone) {
    Crossing crossing = milestone.crossing();
    return milestone
        .at(Objects.requireNonNull(standing.actual(), "of a flow"), standing.target())
        .map(change -> change == Milestone.Change.REACHED ? Kind.REACHED : Kind.REVERTED)
        .or(
            () ->
                crossing != null && !standing.earliest().isAfter(crossing.reachedAt())
                    ? Optional.of(Kind.REDATED)
                    : Optional.empty())
        .map(kind -> new Step(standing, milestone, kind));
  }

  Bar bar() {
    return new Bar(
        standing.goal().no(), standing.goal().countsKeys(), Milestones.bar(standing, milestone));
  }

  /** The date that must be known. */
  Stream<Bar> asks() {
    return kind == Kind.REVERTED ? Stream.empty() : Stream.of(bar());
  }

  List<OutgoingEvent> events(Milestone after, Instant now) {
    MilestoneEvents events = new MilestoneEvents(standing);
    return switch (kind) {
      case REACHED -> reached(events, after);
      case REVERTED -> events.reverted(milestone, now);
      case REDATED -> List.of();
    };
  }

  /** The goal's achievement is told only once. */
  private List<OutgoingEvent> reached(MilestoneEvents events, Milestone after) {
    Crossing crossing = Objects.requireNonNull(after.crossing());
    Stream<OutgoingEvent> achieved =
        after.isTarget() && !milestone.achieved()
            ? Stream.of(events.achieved(after, crossing.reachedAt()))
            : Stream.empty();
    return Stream.concat(events.reached(after, crossing).stream(), achieved).toList();
  }
}
