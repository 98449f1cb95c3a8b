package dev.milepost.tracking.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.scenario.World;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A quarter goes by: news of sales come late, are taken back and superseded, goals are published in
 * mid-period, revised, closed and restated, a holiday is told. At every step all goals are asked
 * for. When all is over, {@code asOf} a step must answer what was answered then, and the changes
 * between two steps must lead from one answer to the other.
 */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class TwoTimeAxesTest {
  private static final String RUN = "axes";
  private static final Instant BEGIN = Instant.parse("2017-10-03T00:00:00Z");
  private static final Duration STEP = Duration.ofDays(14);
  private static final int STEPS = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whether anything is left that time or the sweeps change; then an answer may not last. */
  private static final String UNSETTLED =
      """
      SELECT count(*) AS left FROM goal g JOIN goal_progress p ON p.goal_no = g.no
      WHERE g.goal_id LIKE 'axes-%'
        AND (p.backfilled_to < p.backfill_mark
             OR p.closed_at IS NULL AND g.grace_end <= ?
             OR EXISTS (SELECT FROM milestone_redating r WHERE r.goal_no = g.no)
             OR p.closed_at IS NULL
                AND EXISTS (SELECT FROM goal_watch w WHERE w.goal_no = g.no AND w.look_at <= ?)
             OR EXISTS (SELECT FROM goal_pace j
                        WHERE j.goal_no = g.no AND j.open
                          AND (j.judged_sequence <> p.sequence OR j.look_at <= ?)))
      """;

  @Inject World world;
  @Inject Recording recording;
  @Inject MovableClock clock;
  @Inject Sql sql;

  private final Map<Instant, Map<String, ObjectNode>> answers = new LinkedHashMap<>();

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void answersWhatWasBelievedThenAndWhatChangedSince() {
    List<GoalSnapshot> goals = AxesGoals.all(RUN);
    liveThrough(goals);

    List<Instant> moments = List.copyOf(answers.keySet());
    answers.forEach(
        (moment, then) ->
            then.forEach(
                (goal, answer) ->
                    assertThat(asOf(goal, moment))
                        .as("%s as of %s", goal, moment)
                        .isEqualTo(answer)));
    Random random = new Random(7);
    for (GoalSnapshot goal : goals) {
      for (int to = 1; to < moments.size(); to++) {
        leadsOn(goal, moments.get(to - 1), moments.get(to));
        leadsOn(goal, moments.get(random.nextInt(to)), moments.get(to));
      }
    }
    sawEverything();
  }

  private void liveThrough(List<GoalSnapshot> goals) {
    ToldSales sales = ToldSales.random(RUN, new Random(3));
    clock.moveTo(BEGIN);
    world.team(RUN + "-team", "", RUN + "-a", RUN + "-b");
    Instant before = Instant.EPOCH;
    for (int step = 0; step < STEPS; step++) {
      Instant now = at(step);
      clock.moveTo(now);
      news(step, goals);
      record(sales.between(before, now));
      await()
          .until(
              () -> sql.query(UNSETTLED, row -> row.number("left"), now, now, now).getFirst() == 0);
      answers.put(now, known(goals));
      before = now;
    }
  }

  private static Instant at(int step) {
    return BEGIN.plus(STEP.multipliedBy(step));
  }

  /** What is told of goals and calendars at a step: half of the goals are published late. */
  private void news(int step, List<GoalSnapshot> goals) {
    if (step == 0 || step == 3) {
      List<GoalSnapshot> published =
          goals.stream().filter(goal -> goals.indexOf(goal) / 2 % 2 == step / 3).toList();
      published.forEach(world::goal);
      await().until(() -> published.stream().allMatch(TwoTimeAxesTest::isKnown));
    }
    if (step == 0) {
      await().until(TwoTimeAxesTest::isTeamKnown);
    }
    if (step == 4) {
      AxesGoals.holidays(world, RUN + "-team");
      String working = AxesGoals.working(RUN);
      await().until(() -> "IMPORTED".equals(World.progress(working).getString("workingCalendar")));
    }
    if (step == 5) {
      revise(goals.stream().map(goal -> AxesGoals.revised(goal, at(5))).toList());
    }
    if (step == 6) {
      revise(goals.stream().map(goal -> AxesGoals.revised(goal, at(5), at(6))).toList());
    }
  }

  private void revise(List<GoalSnapshot> revised) {
    revised.forEach(world::goal);
    await().until(() -> revised.stream().allMatch(TwoTimeAxesTest::asksForItsTarget));
  }

  private static boolean asksForItsTarget(GoalSnapshot goal) {
    return World.progress(goal.goalId())
        .getString("target")
        .equals(goal.current().target().toString());
  }

  private static boolean isKnown(GoalSnapshot goal) {
    return World.progress(goal.goalId()).getString("goalId") != null;
  }

  private static boolean isTeamKnown() {
    return World.as(RUN + "-b", Roles.REP)
            .get("/v1/progress/" + AxesGoals.working(RUN))
            .statusCode()
        == 200;
  }

  private void record(List<ReceivedEvent> events) {
    for (int from = 0; from < events.size(); from += 7) {
      List<ReceivedEvent> batch =
          List.copyOf(events.subList(from, Math.min(from + 7, events.size())));
      QuarkusTransaction.requiringNew().run(() -> assertThat(recording.record(batch)).isEmpty());
    }
  }

  private static Map<String, ObjectNode> known(List<GoalSnapshot> goals) {
    Map<String, ObjectNode> known = new LinkedHashMap<>();
    for (GoalSnapshot goal : goals) {
      ObjectNode answer = get("/v1/progress/" + goal.goalId());
      if (answer.has("goalId")) {
        answer.putNull("completeUntil");
        known.put(goal.goalId(), answer);
      }
    }
    return known;
  }

  private void leadsOn(GoalSnapshot goal, Instant from, Instant to) {
    ObjectNode before = answers.get(from).get(goal.goalId());
    ObjectNode after = answers.get(to).get(goal.goalId());
    if (after == null) {
      return;
    }
    ObjectNode first = changes(goal.goalId(), from, to, null);
    assertThat(first.get("before")).isEqualTo(before == null ? JSON.nullNode() : before);
    assertThat(first.get("after")).isEqualTo(after);
    List<JsonNode> items = items(goal.goalId(), from, to, first);
    assertThat(items)
        .allSatisfy(
            item -> {
              Instant at = Instant.parse(item.get("recordedAt").asText());
              assertThat(at).isBeforeOrEqualTo(to);
              // What only a level's window came to or left behind was known before.
              assertThat(at.isAfter(from)).isEqualTo(!item.has("window"));
            });
    if (goal.metric().aggregation().isFlow()) {
      BigDecimal change =
          items.stream()
              .filter(item -> !item.get("kind").asText().equals("TRUE_UP"))
              .map(item -> new BigDecimal(item.get("change").asText()))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(actual(after).subtract(before == null ? BigDecimal.ZERO : actual(before)))
          .as("%s from %s to %s", goal.goalId(), from, to)
          .isEqualByComparingTo(change);
    }
  }

  private static List<JsonNode> items(String goal, Instant from, Instant to, ObjectNode first) {
    List<JsonNode> items = new ArrayList<>();
    ObjectNode page = first;
    page.get("items").forEach(items::add);
    while (!page.get("next").isNull()) {
      page = changes(goal, from, to, page.get("next").asText());
      page.get("items").forEach(items::add);
    }
    return items;
  }

  /** The history was one in which much happened; else it would show little. */
  private void sawEverything() {
    assertThat(Stream.of(Aggregation.values()))
        .allSatisfy(
            aggregation ->
                assertThat(last(AxesGoals.growing(RUN, aggregation)).get("actual").isNull())
                    .isFalse());
    ObjectNode sum = last(AxesGoals.growing(RUN, Aggregation.SUM));
    assertThat(sum.get("provisional").asBoolean()).isFalse();
    assertThat(sum.has("restatedAttainment")).isTrue();
    List<String> reached =
        answers.values().stream()
            .filter(then -> then.containsKey(AxesGoals.growing(RUN, Aggregation.SUM)))
            .map(then -> then.get(AxesGoals.growing(RUN, Aggregation.SUM)))
            .map(answer -> answer.at("/milestones/0/reachedAt").asText())
            .distinct()
            .toList();
    assertThat(reached).as("a date that was corrected").hasSizeGreaterThan(2);
  }

  private ObjectNode last(String goal) {
    return answers.get(at(STEPS - 1)).get(goal);
  }

  private static BigDecimal actual(ObjectNode progress) {
    return new BigDecimal(progress.get("actual").asText());
  }

  private static ObjectNode asOf(String goal, Instant moment) {
    return get("/v1/progress/" + goal + "?asOf=" + moment);
  }

  private static ObjectNode changes(String goal, Instant from, Instant to, String cursor) {
    String path = "/v1/progress/" + goal + "/changes?limit=20&from=" + from + "&to=" + to;
    return get(cursor == null ? path : path + "&cursor=" + cursor);
  }

  private static ObjectNode get(String path) {
    try {
      return (ObjectNode) JSON.readTree(World.salesOps().get(path).asString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
