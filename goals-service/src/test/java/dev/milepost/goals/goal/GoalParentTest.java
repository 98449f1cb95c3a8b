package dev.milepost.goals.goal;

import static dev.milepost.goals.Api.OLGA;
import static dev.milepost.goals.Api.OTTO;
import static dev.milepost.goals.Api.post;
import static dev.milepost.goals.Api.put;
import static dev.milepost.goals.goal.GoalBodies.derived;
import static dev.milepost.goals.goal.GoalBodies.goal;
import static dev.milepost.goals.goal.GoalBodies.idOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;

import dev.milepost.goals.Api;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goals are derived from goals, and never from themselves. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class GoalParentTest {
  private static final String WEST = goal("TEAM", "west");

  @Inject MovableClock clock;
  @Inject Sql sql;

  @BeforeEach
  void anOrganisationAndAMetric() {
    clock.moveTo(Instant.parse("2017-09-15T08:00:00Z"));
    Api.organise();
    Api.metric("won-revenue");
  }

  @Test
  void aGoalIsNotDerivedFromItself() {
    String top = draft(WEST);
    String middle = draft(derived("TEAM", "west", top));
    String bottom = draft(derived("TEAM", "west", middle));

    for (String parent : List.of(top, middle, bottom)) {
      put(OTTO, "/v1/goals/" + top, "\"1\"", derived("TEAM", "west", parent))
          .then()
          .statusCode(422)
          .body("violations.pointer", contains("/parentId"))
          .body("violations.code", contains("parent-cycle"));
    }
  }

  @Test
  void twoChangesThatWouldTogetherBeACycleAreNotBothMade() throws Exception {
    String one = draft(WEST);
    String other = draft(WEST);

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      var first = threads.submit(() -> derive(one, other));
      var second = threads.submit(() -> derive(other, one));

      assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(200, 422);
    }
  }

  @Test
  void aCascadeThatLeadsBackToItselfIsWalkedOnce() {
    String top = draft(WEST);
    String bottom = draft(derived("TEAM", "west", top));
    post(OTTO, "/v1/goals/" + top + "/propose", null).then().statusCode(200);
    post(OTTO, "/v1/goals/" + bottom + "/propose", null).then().statusCode(200);
    parent(top, bottom);

    try {
      post(OLGA, "/v1/goals/" + top + "/approve-cascade", null)
          .then()
          .statusCode(200)
          .body("items.goalId", containsInAnyOrder(top, bottom));
    } finally {
      parent(top, null);
    }
  }

  private void parent(String id, @Nullable String parentId) {
    sql.update("UPDATE goal SET parent_id = ?::uuid WHERE id = ?::uuid", parentId, id);
  }

  private static String draft(String body) {
    return idOf(post(OTTO, "/v1/goals", body));
  }

  private static int derive(String id, String parentId) {
    return put(OTTO, "/v1/goals/" + id, "\"1\"", derived("TEAM", "west", parentId)).statusCode();
  }
}
