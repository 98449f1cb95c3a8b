package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.SoldEvents.sale;
import static dev.milepost.tracking.scenario.SoldEvents.split;
import static dev.milepost.tracking.scenario.World.progress;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.Owner;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories, told in random order over all partitions, with repetitions, reversals that may
 * come first, and goals that are published in the middle, equal an independent recomputation.
 */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class HistoryTest {
  private static final int DEALS = 60;
  private static final BigDecimal TARGET = new BigDecimal("12000");

  @Inject World world;

  /** A deal of two sellers; of its twelfths 12, 9, 4 (a third) or none are left. */
  private record Deal(String id, Instant at, int amount, BigDecimal first, int left) {
    BigDecimal net() {
      return BigDecimal.valueOf(amount / 12 * left);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void equalARecomputation(long seed) {
    Random random = new Random(seed);
    String x = "hist-x-" + seed;
    String y = "hist-y-" + seed;
    List<Deal> deals =
        IntStream.range(0, DEALS).mapToObj(n -> deal("hist-" + seed + "-" + n, random)).toList();
    List<Runnable> news = news(deals, x, y);
    Collections.shuffle(news, random);

    news.subList(0, news.size() / 2).forEach(Runnable::run);
    world.goal(revenueGoal("goal-" + x, Owner.participant(x), TARGET.toString()));
    world.goal(revenueGoal("goal-" + y, Owner.participant(y), TARGET.toString()));
    news.subList(news.size() / 2, news.size()).forEach(Runnable::run);

    await().until(() -> stands("goal-" + x, deals, deal -> deal.first()));
    await().until(() -> stands("goal-" + y, deals, deal -> BigDecimal.ONE.subtract(deal.first())));
  }

  private static Deal deal(String id, Random random) {
    int left = List.of(12, 12, 9, 4, 0).get(random.nextInt(5));
    return new Deal(
        id,
        World.START.plus(Duration.ofHours(random.nextInt(92 * 24))),
        12 * (1 + random.nextInt(50)),
        BigDecimal.valueOf(1 + random.nextInt(9), 1),
        left);
  }

  private List<Runnable> news(List<Deal> deals, String x, String y) {
    List<Runnable> news = new ArrayList<>();
    for (Deal deal : deals) {
      Runnable won =
          () ->
              world.won(
                  deal.id(),
                  sale(
                      null,
                      List.of(
                          split(x, deal.first().toString()),
                          split(y, BigDecimal.ONE.subtract(deal.first()).toString())),
                      Integer.toString(deal.amount()),
                      deal.at().toString()));
      news.add(won);
      if (deal.amount() % 36 == 0) {
        news.add(won);
      }
      if (deal.left() == 0) {
        news.add(() -> world.reverse("undo-" + deal.id(), deal.id()));
      } else if (deal.left() < 12) {
        String part = Integer.toString(deal.amount() / 12 * (12 - deal.left()));
        news.add(() -> world.reverse("undo-" + deal.id(), deal.id(), part));
      }
    }
    return news;
  }

  private static boolean stands(
      String goalId, List<Deal> deals, Function<Deal, BigDecimal> shareOf) {
    TreeMap<Instant, BigDecimal> steps = new TreeMap<>();
    for (Deal deal : deals) {
      steps.merge(deal.at(), deal.net().multiply(shareOf.apply(deal)), BigDecimal::add);
    }
    BigDecimal actual = steps.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    var progress = progress(goalId);
    if (progress.get("actual") == null
        || new BigDecimal(progress.getString("actual")).compareTo(actual) != 0) {
      return false;
    }
    List<Map<String, Object>> milestones = progress.getList("milestones");
    return milestones.stream()
        .allMatch(
            milestone -> {
              BigDecimal threshold = new BigDecimal(milestone.get("threshold").toString());
              Instant crossed = crossed(steps, threshold.multiply(TARGET));
              Object told = milestone.get("reachedAt");
              return crossed == null ? told == null : crossed.toString().equals(told);
            });
  }

  /** The first instant at which the sum of all that happened up to it reaches the bar. */
  private static Instant crossed(TreeMap<Instant, BigDecimal> steps, BigDecimal bar) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<Instant, BigDecimal> step : steps.entrySet()) {
      sum = sum.add(step.getValue());
      if (sum.compareTo(bar) >= 0) {
        return step.getKey();
      }
    }
    return null;
  }
}
