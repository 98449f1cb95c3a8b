package dev.milepost.goals.directory;

import dev.milepost.contract.Dated;
import dev.milepost.contract.TeamChanged;
import dev.milepost.runtime.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a team must be: one parent and one manager at a time, nobody a member twice at a time,
 * everybody known, never above itself, and not too much of anything.
 *
 * @param teams the teams there are
 * @param isParticipant whether there is such a participant
 */
record TeamRules(Function<String, Optional<TeamChanged>> teams, Predicate<String> isParticipant) {

  /** Adds what is wrong with the team to the faults. */
  void check(TeamChanged team, ProblemException faults) {
    checkCount("/parents", team.parents(), TeamRequest.MOST_SUCCESSIVE, faults);
    checkCount("/managers", team.managers(), TeamRequest.MOST_SUCCESSIVE, faults);
    checkCount("/members", team.members(), TeamRequest.MOST_MEMBERS, faults);
    checkOneAtATime("/parents", team.parents(), faults);
    checkOneAtATime("/managers", team.managers(), faults);
    checkMembers(team.members(), faults);
    checkKnown("/managers", team.managers(), "participant-unknown", isParticipant, faults);
    checkKnown("/members", team.members(), "participant-unknown", isParticipant, faults);
    checkKnown(
        "/parents",
        team.parents(),
        "team-unknown",
        parent -> parent.equals(team.id()) || teams.apply(parent).isPresent(),
        faults);
    Optional<List<String>> cycle = Hierarchy.cycle(team.id(), team.parents(), teams);
    cycle.ifPresent(
        way -> faults.violation("/parents", "hierarchy-cycle", String.join(" → ", way)));
  }

  private static void checkCount(
      String pointer, List<Dated> values, int most, ProblemException faults) {
    if (values.size() > most) {
      faults.violation(pointer, "too-many", most);
    }
  }

  private static void checkOneAtATime(String pointer, List<Dated> values, ProblemException faults) {
    Timeline.firstOverlap(values)
        .ifPresent(index -> faults.violation(pointer + "/" + index, "overlaps"));
  }

  private static void checkMembers(List<Dated> members, ProblemException faults) {
    Map<String, List<Dated>> before = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      Dated member = members.get(i);
      List<Dated> same = before.getOrDefault(member.value(), List.of());
      if (same.stream().anyMatch(o -> !Timeline.span(o).and(Timeline.span(member)).isEmpty())) {
        faults.violation("/members/" + i, "overlaps");
      }
      before.computeIfAbsent(member.value(), id -> new ArrayList<>()).add(member);
    }
  }

  private static void checkKnown(
      String pointer,
      List<Dated> values,
      String code,
      Predicate<String> isKnown,
      ProblemException faults) {
    for (int i = 0; i < values.size(); i++) {
      String id = values.get(i).value();
      if (!isKnown.test(id)) {
        faults.violation(pointer + "/" + i + "/value", code, id);
      }
    }
  }
}
