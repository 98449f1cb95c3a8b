package dev.milepost.goals.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.Dated;
import dev.milepost.contract.TeamChanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HierarchyTest {
  private static final Instant SUMMER = Instant.parse("2017-07-01T00:00:00Z");

  private final Map<String, TeamChanged> teams =
      Map.of(
          "company", team("company"),
          "west", team("west", parent("company", null, null)),
          "team-1", team("team-1", parent("west", null, SUMMER)));

  @Test
  void aTeamIsNotItsOwnParent() {
    assertThat(cycle("company", parent("company", null, null)))
        .contains(List.of("company", "company"));
  }

  @Test
  void aTeamIsNotBelowATeamBelowIt() {
    assertThat(cycle("company", parent("west", null, null)))
        .contains(List.of("company", "west", "company"));
  }

  @Test
  void mayFollowATeamThatLeftBefore() {
    assertThat(cycle("west", parent("team-1", SUMMER, null))).isEmpty();
    assertThat(cycle("west", parent("team-1", SUMMER.minusNanos(1), null)))
        .contains(List.of("west", "team-1", "west"));
  }

  @Test
  void doesNotMindTeamsItDoesNotKnow() {
    assertThat(cycle("west", parent("nowhere", null, null))).isEmpty();
  }

  private Optional<List<String>> cycle(String teamId, Dated parent) {
    return Hierarchy.cycle(teamId, List.of(parent), id -> Optional.ofNullable(teams.get(id)));
  }

  private static TeamChanged team(String id, Dated... parents) {
    return new TeamChanged(id, 1, id, List.of(parents), List.of(), List.of());
  }

  private static Dated parent(String id, @Nullable Instant from, @Nullable Instant to) {
    return new Dated(id, from, to);
  }
}
