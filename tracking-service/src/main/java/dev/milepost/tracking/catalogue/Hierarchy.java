package dev.milepost.tracking.catalogue;

import dev.milepost.contract.Dated;
import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.TeamChanged;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Who stood in which teams, managed which and held which role at each moment. In memory. */
public final class Hierarchy {
  private final Map<String, List<Dated>> teamsOfMember = new HashMap<>();
  private final Map<String, List<Dated>> parentsOfTeam = new HashMap<>();
  private final Map<String, List<Dated>> childrenOfTeam = new HashMap<>();
  private final Map<String, List<Dated>> managersOfTeam = new HashMap<>();
  private final Map<String, List<Dated>> holdersOfRole = new HashMap<>();

  /** Ways up that were asked for, since every sale asks. */
  private final Map<String, NavigableMap<Instant, List<String>>> waysUp = new ConcurrentHashMap<>();

  public Hierarchy(Collection<TeamChanged> teams, Collection<ParticipantChanged> participants) {
    for (TeamChanged team : teams) {
      parentsOfTeam.put(team.id(), team.parents());
      managersOfTeam.put(team.id(), team.managers());
      turn(team.id(), team.members(), teamsOfMember);
      turn(team.id(), team.parents(), childrenOfTeam);
    }
    for (ParticipantChanged participant : participants) {
      turn(participant.id(), participant.roles(), holdersOfRole);
    }
  }

  /** From what one has to who has it. */
  private static void turn(String id, List<Dated> ties, Map<String, List<Dated>> turned) {
    for (Dated tie : ties) {
      turned
          .computeIfAbsent(tie.value(), other -> new ArrayList<>())
          .add(new Dated(id, tie.from(), tie.to()));
    }
  }

  /**
   * The participant's own teams at the instant, then the teams above them level by level to the
   * root; each once, however many ways lead to it.
   */
  public List<String> teamsOf(String participantId, Instant at) {
    return teamsOfMember.containsKey(participantId)
        ? waysUp.computeIfAbsent(participantId, this::waysUp).floorEntry(at).getValue()
        : List.of();
  }

  /** The ways up from a member, by the instant from which on each was the way. */
  private NavigableMap<Instant, List<String>> waysUp(String participantId) {
    NavigableMap<Instant, List<String>> found = new TreeMap<>();
    found.put(Instant.MIN, wayUp(participantId, Instant.MIN));
    for (Instant border : borders(participantId)) {
      List<String> way = wayUp(participantId, border);
      if (!way.equals(found.lastEntry().getValue())) {
        found.put(border, way);
      }
    }
    return found;
  }

  private List<String> wayUp(String participantId, Instant at) {
    return climb(holding(teamsOfMember, participantId, at), at);
  }

  /** The team itself, then the teams above it in the same order. */
  List<String> teamsFrom(String teamId, Instant at) {
    return climb(Set.of(teamId), at);
  }

  private List<String> climb(Set<String> start, Instant at) {
    Set<String> found = new LinkedHashSet<>();
    Set<String> level = start;
    while (!level.isEmpty()) {
      found.addAll(level);
      Set<String> above = new LinkedHashSet<>();
      level.forEach(team -> above.addAll(holding(parentsOfTeam, team, at)));
      above.removeAll(found);
      level = above;
    }
    return List.copyOf(found);
  }

  /** Who manages the participant's own teams at the instant; nobody manages themselves. */
  public Set<String> managing(String participantId, Instant at) {
    Set<String> managers = new LinkedHashSet<>();
    holding(teamsOfMember, participantId, at)
        .forEach(team -> managers.addAll(holding(managersOfTeam, team, at)));
    managers.remove(participantId);
    return managers;
  }

  /** Everyone who holds the role at the instant, by id. */
  public Set<String> holders(String role, Instant at) {
    return new TreeSet<>(holding(holdersOfRole, role, at));
  }

  /** Everyone who at some time was in these teams or below them. */
  Set<String> everBelow(Collection<String> teams) {
    Set<String> below = new LinkedHashSet<>(teams);
    Deque<String> open = new ArrayDeque<>(teams);
    while (!open.isEmpty()) {
      for (Dated child : childrenOfTeam.getOrDefault(open.remove(), List.of())) {
        if (below.add(child.value())) {
          open.add(child.value());
        }
      }
    }
    Set<String> members = new LinkedHashSet<>();
    teamsOfMember.forEach(
        (member, ties) -> {
          if (ties.stream().anyMatch(tie -> below.contains(tie.value()))) {
            members.add(member);
          }
        });
    return members;
  }

  /** The instants at which the participant's place may become another. */
  Set<Instant> borders(String participantId) {
    List<Dated> ties = new ArrayList<>(teamsOfMember.getOrDefault(participantId, List.of()));
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(ties.stream().map(Dated::value).toList());
    while (!open.isEmpty()) {
      String team = open.remove();
      if (seen.add(team)) {
        List<Dated> parents = parentsOfTeam.getOrDefault(team, List.of());
        ties.addAll(parents);
        ties.addAll(managersOfTeam.getOrDefault(team, List.of()));
        parents.forEach(parent -> open.add(parent.value()));
      }
    }
    return bordersOf(ties);
  }

  /** The instants at which somebody begins or ceases to hold the role. */
  Set<Instant> bordersOfRole(String role) {
    return bordersOf(holdersOfRole.getOrDefault(role, List.of()));
  }

  Set<String> roles() {
    return holdersOfRole.keySet();
  }

  private static Set<Instant> bordersOf(List<Dated> ties) {
    Set<Instant> borders = new TreeSet<>();
    for (Dated tie : ties) {
      if (tie.from() != null) {
        borders.add(tie.from());
      }
      if (tie.to() != null) {
        borders.add(tie.to());
      }
    }
    return borders;
  }

  private static Set<String> holding(Map<String, List<Dated>> ties, String id, Instant at) {
    Set<String> values = new LinkedHashSet<>();
    for (Dated tie : ties.getOrDefault(id, List.of())) {
      if (tie.holdsAt(at)) {
        values.add(tie.value());
      }
    }
    return values;
  }
}
