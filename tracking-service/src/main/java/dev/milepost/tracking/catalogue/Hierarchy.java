package dev.milepost.tracking.catalogue;

import dev.milepost.contract.Dated;
import dev.milepost.contract.TeamChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who stood in which teams at each moment, in memory. */
final class Hierarchy {
  private final Map<String, List<Dated>> teamsOfMember = new HashMap<>();
  private final Map<String, List<Dated>> parentsOfTeam = new HashMap<>();

  Hierarchy(List<TeamChanged> teams) {
    for (TeamChanged team : teams) {
      parentsOfTeam.put(team.id(), team.parents());
      for (Dated member : team.members()) {
        teamsOfMember
            .computeIfAbsent(member.value(), id -> new ArrayList<>())
            .add(new Dated(team.id(), member.from(), member.to()));
      }
    }
  }

  /**
   * The participant's own teams at the instant, then the teams above them level by level to the
   * root; each once, however many ways lead to it.
   */
  List<String> teamsOf(String participantId, Instant at) {
    Set<String> found = new LinkedHashSet<>();
    Set<String> level = holding(teamsOfMember.getOrDefault(participantId, List.of()), at);
    while (!level.isEmpty()) {
      found.addAll(level);
      Set<String> above = new LinkedHashSet<>();
      level.forEach(team -> above.addAll(holding(parentsOfTeam.getOrDefault(team, List.of()), at)));
      above.removeAll(found);
      level = above;
    }
    return List.copyOf(found);
  }

  private static Set<String> holding(List<Dated> ties, Instant at) {
    Set<String> values = new LinkedHashSet<>();
    for (Dated tie : ties) {
      if (tie.holdsAt(at)) {
        values.add(tie.value());
      }
    }
    return values;
  }
}
