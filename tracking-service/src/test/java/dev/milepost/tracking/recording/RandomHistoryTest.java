package dev.milepost.tracking.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.Topic;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import dev.milepost.tracking.progress.LevelWindows;
import dev.milepost.tracking.recording.RandomHistory.Fact;
import dev.milepost.tracking.scenario.World;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories through the service equal {@link Recomputation}, which knows nothing but the
 * facts. A history has splits and overlays, credit notes, reversals of the whole and of parts,
 * versions of records, duplicates and batches that come twice; it is told in disorder, by two
 * threads, while goals are published and revised, people move between teams and a crediting rule
 * takes effect. The rest of it comes when {@link LateGoals} are known too. Its {@linkplain
 * RandomHistory#plain() plain} twin is told without all that, and ends the same.
 *
 * <p>{@code -Dmilepost.histories=100} tries as many, {@code -Dmilepost.seed=17} that one; the seed
 * is in the name of the test.
 */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class RandomHistoryTest {
  private static final Map<String, String> COUNT_OF_OUTCOME =
      Map.of(
          "COUNTED", "counted",
          "NOWHERE", "nowhere",
          "REVERSED", "reversed",
          "SUPERSEDED", "superseded",
          "APPLIED", "reversalsApplied",
          "WAITING", "reversalsWaiting",
          "WITHOUT_EFFECT", "reversalsWithoutEffect",
          "QUARANTINED", "quarantined");

  @Inject World world;
  @Inject Teller teller;
  @Inject LevelWindows levelWindows;

  static LongStream seeds() {
    Long one = Long.getLong("milepost.seed");
    return one == null
        ? LongStream.rangeClosed(1, Long.getLong("milepost.histories", 3))
        : LongStream.of(one);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void equalsARecomputationFromTheRawSales(long seed) {
    RandomHistory history = RandomHistory.of("rh" + seed, seed);
    RandomHistory twin = RandomHistory.of("rh" + seed + "t", seed).plain();
    List<AskedGoal> goals = AskedGoal.of(history.run());
    List<AskedGoal> twinGoals = AskedGoal.of(twin.run());
    LateGoals late = LateGoals.like(goals, seed);
    Recomputation before = recomputation(history.before());
    Recomputation truth = recomputation(history);

    teller.tellPlainly(twin, twinGoals);
    Map<String, Long> sent = new HashMap<>(teller.tellAnyhow(history.before(), goals, seed));
    teller.awaitQuiet();
    teller.tellOfGoals(late.goals());
    equalTheTruth(twinGoals, recomputation(twin));
    equalTheTruth(goals, before);
    late.equal(before);
    sent.putAll(teller.tellLater(history, seed));
    teller.awaitQuiet();

    equalTheTruth(goals, truth);
    late.equal(before, truth);
    late.sawEverything(before, truth);
    reversalIsAbsence(goals, twinGoals, truth);
    hasOneOutcomeEach(history, goals, sent);
    levelWindows.equalTheirEntries(history.run() + "-", seed);
    tellsEachCrossingOnce(Stream.concat(goals.stream(), late.goals().stream()).toList());
  }

  private static Recomputation recomputation(RandomHistory history) {
    Map<String, Instant> recorded = new HashMap<>();
    return new Recomputation(
        history, fact -> recorded.computeIfAbsent(fact.id(), id -> recordedAt(history, id)));
  }

  private static Instant recordedAt(RandomHistory history, String id) {
    return Instant.parse(outcome(history, id).path("recordedAt").asText());
  }

  private static void equalTheTruth(List<AskedGoal> goals, Recomputation truth) {
    goals.forEach(
        goal ->
            await(goal.id())
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> equalsTheTruth(goal, truth)));
  }

  private static void equalsTheTruth(AskedGoal goal, Recomputation truth) {
    ToldProgress told = ToldProgress.of(goal);
    told.isAt(truth.value(goal), truth.attainment(goal));
    if (goal.grows()) {
      AskedGoal.THRESHOLDS.forEach(threshold -> sameMilestone(goal, told, threshold, truth));
    }
  }

  /** Reached under another target a milestone may stay so, and has the date of that crossing. */
  private static void sameMilestone(
      AskedGoal goal, ToldProgress told, String threshold, Recomputation truth) {
    Optional<Instant> expected = truth.reachedAt(goal, threshold);
    Optional<Instant> reached = told.reachedAt(threshold);
    if (!goal.isRevised()) {
      assertThat(reached).as(threshold).isEqualTo(expected);
      return;
    }
    BigDecimal easiest = goal.targets().stream().reduce(BigDecimal::min).orElseThrow();
    BigDecimal bar = easiest.multiply(new BigDecimal(threshold));
    if (truth.value(goal).orElseThrow().compareTo(bar) < 0) {
      assertThat(reached).as(threshold).isEmpty();
    } else if (expected.isPresent()) {
      assertThat(reached).as(threshold).isPresent();
    }
  }

  /**
   * A history with sales and what takes them back equals one without both; but for what came last
   * of sales of one instant.
   */
  private static void reversalIsAbsence(
      List<AskedGoal> goals, List<AskedGoal> twins, Recomputation truth) {
    for (int i = 0; i < goals.size(); i++) {
      if (truth.dependsOnOrder(goals.get(i))) {
        continue;
      }
      JsonNode one = ToldProgress.of(goals.get(i)).json();
      JsonNode other = ToldProgress.of(twins.get(i)).json();
      assertThat(one.path("actual")).as(goals.get(i).id()).isEqualTo(other.path("actual"));
      assertThat(one.path("attainment")).isEqualTo(other.path("attainment"));
      assertThat(one.path("sample")).isEqualTo(other.path("sample"));
      if (goals.get(i).grows() && !goals.get(i).isRevised()) {
        assertThat(one.path("milestones")).isEqualTo(other.path("milestones"));
      }
    }
  }

  private static void hasOneOutcomeEach(
      RandomHistory history, List<AskedGoal> goals, Map<String, Long> sent) {
    Recomputation truth = recomputation(history);
    Map<String, String> outcomes = new HashMap<>();
    for (String id : sent.keySet()) {
      outcomes.put(id, outcome(history, id).path("outcome").asText());
    }
    for (Fact fact : history.facts()) {
      assertThat(outcomes.get(fact.id())).as(fact.id()).isEqualTo(truth.outcome(fact, goals));
      assertThat(fact.undone().stream().map(undo -> undoing(history, undo.id())).toList())
          .as(fact.id())
          .isIn(Undoings.possible(fact));
    }
    assertThat(outcomes.get(history.run() + "-waits")).isEqualTo("WAITING");
    assertThat(outcomes.get(history.run() + "-invalid")).isEqualTo("QUARANTINED");
    assertThat(account(history)).isEqualTo(expectedAccount(outcomes.values(), sent));
  }

  /** Each identity once by its outcome, and everything beyond that as what came again. */
  private static Map<String, Long> expectedAccount(
      Collection<String> outcomes, Map<String, Long> sent) {
    Map<String, Long> account = new TreeMap<>();
    outcomes.forEach(outcome -> account.merge(COUNT_OF_OUTCOME.get(outcome), 1L, Long::sum));
    long received = sent.values().stream().mapToLong(Long::longValue).sum();
    account.put("received", received);
    account.put("conflict", 1L);
    account.put("duplicate", received - sent.size() - 1);
    return account;
  }

  private static Map<String, Long> account(RandomHistory history) {
    Map<String, Long> sums = new TreeMap<>();
    for (JsonNode day :
        ToldProgress.get("/v1/sales-events/reconciliation?source=" + history.source())
            .path("items")) {
      day.properties().stream()
          .filter(field -> field.getValue().isIntegralNumber() && field.getValue().asLong() != 0)
          .forEach(field -> sums.merge(field.getKey(), field.getValue().asLong(), Long::sum));
    }
    return sums;
  }

  /** Reached and reverted take turns, each is told once, and what was told last is so. */
  private void tellsEachCrossingOnce(List<AskedGoal> goals) {
    List<String> all =
        world.broker().records(Topic.MILESTONES.topicName()).stream()
            .map(record -> TestBroker.header(record, "ce_id").orElseThrow())
            .toList();
    for (AskedGoal goal : goals) {
      List<String> own = all.stream().filter(id -> id.startsWith(goal.id() + ":")).toList();
      assertThat(own).doesNotHaveDuplicates();
      ToldProgress told = ToldProgress.of(goal);
      for (String threshold : AskedGoal.THRESHOLDS) {
        String crossing = goal.id() + ":" + threshold + ":";
        List<String> crossings =
            own.stream()
                .filter(id -> id.startsWith(crossing) && !id.endsWith(":achieved"))
                .map(id -> id.substring(crossing.length()))
                .toList();
        assertThat(crossings).as(crossing).isEqualTo(taken(crossings.size()));
        assertThat(crossings.size() % 2)
            .as(crossing + crossings)
            .isEqualTo(told.reachedAt(threshold).isPresent() ? 1 : 0);
      }
    }
  }

  /** The turns that so many crossings take. */
  private static List<String> taken(int turns) {
    return IntStream.range(0, turns)
        .mapToObj(turn -> turn / 2 + 1 + (turn % 2 == 0 ? ":reached" : ":reverted"))
        .toList();
  }

  /** What became of a reversal: the part that it took back, or why it has no effect. */
  private static String undoing(RandomHistory history, String id) {
    JsonNode told = outcome(history, id);
    JsonNode why = told.path("reason").path("code");
    return told.path("outcome").asText()
        + " "
        + (why.isMissingNode() ? told.path("reverses").path("part") : why).asText();
  }

  private static JsonNode outcome(RandomHistory history, String id) {
    return ToldProgress.get("/v1/sales-events/%2F" + history.run() + "/" + id + "/outcome");
  }
}
