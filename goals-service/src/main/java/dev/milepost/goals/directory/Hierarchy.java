package dev.milepost.goals.directory;

import dev.milepost.contract.Dated;
import dev.milepost.contract.TeamChanged;
import dev.milepost.goals.directory.Timeline.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rule that no team is ever, at any moment, above itself. */
final class Hierarchy {
  private Hierarchy() {}

  /**
   * The way round that a team would be above itself, if there is a moment at which it would.
   *
   * @param teamId the team that is about to change
   * @param parents its parents after the change
   * @param teams all other teams, which have no cycle among themselves
   */
  static Optional<List<String>> cycle(
      String teamId, List<Dated> parents, Function<String, Optional<TeamChanged>> teams) {
    return walk(List.of(teamId), parents, new Span(null, null), teams);
  }

  private static Optional<List<String>> walk(
      List<String> way,
      List<Dated> parents,
      Span span,
      Function<String, Optional<TeamChanged>> teams) {
    for (Dated parent : parents) {
      Span common = span.and(Timeline.span(parent));
      if (common.isEmpty()) {
        continue;
      }
      List<String> further = new ArrayList<>(way);
      further.add(parent.value());
      if (parent.value().equals(way.getFirst())) {
        return Optional.of(further);
      }
      List<Dated> above = teams.apply(parent.value()).map(TeamChanged::parents).orElse(List.of());
      Optional<List<String>> found = walk(further, above, common, teams);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
