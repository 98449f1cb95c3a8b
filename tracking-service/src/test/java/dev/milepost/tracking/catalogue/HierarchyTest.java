package dev.milepost.tracking.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.Dated;
import dev.milepost.contract.TeamChanged;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HierarchyTest {
  private static final Instant MOVE = Instant.parse("2017-11-15T00:00:00Z");
  private static final Dated COMPANY = new Dated("company", null, null);

  private final Hierarchy hierarchy =
      new Hierarchy(
          List.of(
              team("company", List.of(), List.of()),
              team("east", List.of(COMPANY), List.of(new Dated("ann", null, MOVE))),
              team(
                  "west",
                  List.of(COMPANY),
                  List.of(new Dated("ann", MOVE, null), new Dated("bob", null, null))),
              team("task-force", List.of(COMPANY), List.of(new Dated("bob", null, null))),
              team(
                  "ring-a",
                  List.of(new Dated("ring-b", null, null)),
                  List.of(new Dated("eve", null, null))),
              team("ring-b", List.of(new Dated("ring-a", null, null)), List.of())),
          List.of());

  @Test
  void putsAMoverUnderTheTeamOfTheDay() {
    assertThat(hierarchy.teamsOf("ann", MOVE.minusNanos(1))).containsExactly("east", "company");
    assertThat(hierarchy.teamsOf("ann", MOVE)).containsExactly("west", "company");
  }

  @Test
  void namesATeamOnceHoweverManyWaysLeadToIt() {
    assertThat(hierarchy.teamsOf("bob", MOVE)).containsExactly("west", "task-force", "company");
  }

  @Test
  void knowsNoTeamsOfAStranger() {
    assertThat(hierarchy.teamsOf("nobody", MOVE)).isEmpty();
  }

  @Test
  void doesNotRunInCircles() {
    assertThat(hierarchy.teamsOf("eve", MOVE)).containsExactly("ring-a", "ring-b");
  }

  private static TeamChanged team(String id, List<Dated> parents, List<Dated> members) {
    return new TeamChanged(id, 1, id, parents, List.of(), members);
  }
}
