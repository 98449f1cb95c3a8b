package dev.milepost.testing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.Dated;
import dev.milepost.contract.EventType;
import dev.milepost.contract.TeamChanged;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class DirectoryTest {
  private static final Instant NOVEMBER = Instant.parse("2017-11-01T00:00:00Z");

  @Inject TestBroker broker;
  @Inject Directory directory;

  @Test
  void climbsToTheRootAsTheHierarchyStood() {
    tell(team("root-a", 1, List.of(), List.of(), List.of()));
    tell(team("left-a", 1, List.of(since(null, "root-a")), List.of(), until("ann-a", NOVEMBER)));
    tell(
        team(
            "right-a",
            1,
            List.of(since(null, "root-a")),
            List.of(),
            List.of(since(NOVEMBER, "ann-a"))));
    awaitTeams("root-a", "left-a", "right-a");

    assertThat(directory.teamsOf("ann-a", NOVEMBER.minusNanos(1000)))
        .containsExactly("left-a", "root-a");
    assertThat(directory.teamsOf("ann-a", NOVEMBER)).containsExactly("right-a", "root-a");
    assertThat(directory.teamsAbove("right-a", NOVEMBER)).containsExactly("root-a");
  }

  @Test
  void managesTheWholeSubtree() {
    tell(team("root-b", 1, List.of(), List.of(since(null, "meg-b")), List.of()));
    tell(
        team(
            "leaf-b",
            1,
            List.of(since(null, "root-b")),
            List.of(since(null, "max-b")),
            List.of(since(null, "ann-b"))));
    awaitTeams("root-b", "leaf-b");

    assertThat(directory.under("meg-b", NOVEMBER).teams()).containsOnly("root-b", "leaf-b");
    assertThat(directory.under("meg-b", NOVEMBER).participants())
        .containsOnly("meg-b", "max-b", "ann-b");
    assertThat(directory.under("max-b", NOVEMBER).teams()).containsOnly("leaf-b");
    assertThat(directory.under("ann-b", NOVEMBER).teams()).isEmpty();
    assertThat(directory.managerOf("leaf-b", NOVEMBER)).contains("max-b");
  }

  @Test
  void climbsFromAllTeamsOfAManagerAtOnce() {
    tell(team("root-d", 1, List.of(), List.of(), List.of()));
    tell(team("east-d", 1, List.of(since(null, "root-d")), List.of(), List.of()));
    for (String leaf : List.of("leaf-d", "twig-d")) {
      tell(team(leaf, 1, List.of(since(null, "east-d")), List.of(since(null, "max-d")), List.of()));
    }
    awaitTeams("root-d", "east-d", "leaf-d", "twig-d");

    assertThat(directory.teamsManagedBy("max-d", NOVEMBER))
        .containsExactly("leaf-d", "twig-d", "east-d", "root-d");
    assertThat(directory.teamsManagedBy("nobody-d", NOVEMBER)).isEmpty();
  }

  @Test
  @Timeout(60)
  void climbsARingOnce() {
    tell(team("one-e", 1, List.of(since(null, "two-e")), List.of(), List.of(since(null, "a-e"))));
    tell(team("two-e", 1, List.of(since(null, "three-e")), List.of(since(null, "m-e")), List.of()));
    tell(team("three-e", 1, List.of(since(null, "one-e")), List.of(), List.of()));
    awaitTeams("one-e", "two-e", "three-e");

    assertThat(directory.teamsAbove("one-e", NOVEMBER)).containsExactly("two-e", "three-e");
    assertThat(directory.teamsOf("a-e", NOVEMBER)).containsExactly("one-e", "two-e", "three-e");
    assertThat(directory.teamsManagedBy("m-e", NOVEMBER))
        .containsExactly("two-e", "three-e", "one-e");
    assertThat(directory.under("m-e", NOVEMBER).teams()).hasSize(3);
  }

  @Test
  void anOlderVersionThatComesLateChangesNothing() {
    tell(team("late-c", 2, List.of(), List.of(), List.of(since(null, "new-c"))));
    tell(team("late-c", 1, List.of(), List.of(), List.of(since(null, "old-c"))));
    tell(team("after-c", 1, List.of(), List.of(), List.of()), "late-c");
    awaitTeams("late-c", "after-c");

    assertThat(directory.teamsOf("new-c", NOVEMBER)).containsExactly("late-c");
    assertThat(directory.teamsOf("old-c", NOVEMBER)).isEmpty();
  }

  private void tell(TeamChanged team) {
    tell(team, team.id());
  }

  private void tell(TeamChanged team, String key) {
    broker.publish(EventType.TEAM_CHANGED, key, "/test", team.id() + ":" + team.version(), team);
  }

  private void awaitTeams(String... ids) {
    await().until(() -> List.of(ids).stream().allMatch(id -> directory.team(id).isPresent()));
  }

  private static TeamChanged team(
      String id, long version, List<Dated> parents, List<Dated> managers, List<Dated> members) {
    return new TeamChanged(id, version, "Team " + id, parents, managers, members);
  }

  private static Dated since(@Nullable Instant from, String value) {
    return new Dated(value, from, null);
  }

  private static List<Dated> until(String value, Instant to) {
    return List.of(new Dated(value, null, to));
  }
}
