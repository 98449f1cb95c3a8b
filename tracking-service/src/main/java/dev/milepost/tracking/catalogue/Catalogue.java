package dev.milepost.tracking.catalogue;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.Owner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goals and hierarchy of one version of the catalogue. Immutable. */
public final class Catalogue {
  private final long version;
  private final Map<Long, TrackedGoal> byNo = new HashMap<>();
  private final Map<Owner, List<TrackedGoal>> byOwner = new HashMap<>();
  private final Hierarchy hierarchy;

  Catalogue(long version, Collection<TrackedGoal> goals, Hierarchy hierarchy) {
    this.version = version;
    this.hierarchy = hierarchy;
    for (TrackedGoal goal : goals) {
      byNo.put(goal.no(), goal);
      byOwner.computeIfAbsent(goal.snapshot().owner(), owner -> new ArrayList<>()).add(goal);
    }
  }

  long version() {
    return version;
  }

  /** The goal of this number; none when it was cancelled. */
  public Optional<TrackedGoal> goal(long no) {
    return Optional.ofNullable(byNo.get(no));
  }

  /** The teams a sale of the participant at that time rolls up to, from the own one to the root. */
  public List<String> teamsOf(String participantId, Instant occurredAt) {
    return hierarchy.teamsOf(participantId, occurredAt);
  }

  /** The owner's goals that a credit of this type at that time may count for. */
  public List<TrackedGoal> candidates(Owner owner, CreditType type, Instant occurredAt) {
    return byOwner.getOrDefault(owner, List.of()).stream()
        .filter(goal -> goal.takes(type, occurredAt))
        .toList();
  }
}
