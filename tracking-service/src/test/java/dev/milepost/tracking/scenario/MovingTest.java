package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.CreditingWorld.awaitMember;
import static dev.milepost.tracking.scenario.CreditingWorld.since;
import static dev.milepost.tracking.scenario.CreditingWorld.until;
import static dev.milepost.tracking.scenario.SoldEvents.sale;
import static dev.milepost.tracking.scenario.SoldEvents.split;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.always;
import static dev.milepost.tracking.scenario.World.credits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.Dated;
import dev.milepost.contract.EventType;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SaleCredit;
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
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People move between teams, and the news of it comes when it comes. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class MovingTest {
  private static final String MOVE = "2017-11-15T00:00:00Z";

  @Inject World world;

  /**
   * The worked example of a rep who changes team in mid-quarter. Ann is in the east until 15
   * November and in the west from then on; the news comes after all her sales:
   *
   * <pre>
   *   14 November, last millisecond   100   east
   *   15 November, first instant      200   west
   *   20 December                      50   west
   *                                   ann 350 = east 100 + west 250 = company 350
   * </pre>
   */
  @Test
  void countsEachSaleUnderTheTeamOfItsDay() {
    CreditingWorld told = new CreditingWorld(world);
    told.goals(participant("mv-ann"), team("mv-east"), team("mv-west"), team("mv-company"));
    world.team("mv-company", "");
    told.team("mv-east", 1, "mv-company", always("mv-ann"));
    told.team("mv-west", 1, "mv-company");
    awaitMember("mv-ann", "mv-east");
    world.won("mv-1", "mv-ann", "100", "2017-11-14T23:59:59.999Z");
    world.won("mv-2", "mv-ann", "200", MOVE);
    world.won("mv-3", "mv-ann", "50", "2017-12-20T10:00:00Z");
    await().until(() -> stand("350", "mv-ann", "mv-east", "mv-company"));

    told.team("mv-east", 2, "mv-company", until("mv-ann", MOVE));
    told.team("mv-west", 2, "mv-company", since("mv-ann", MOVE));

    await().until(() -> stand("250", "mv-west") && stand("100", "mv-east"));
    await().until(() -> stand("350", "mv-ann", "mv-company"));
    world.won("mv-4", "mv-ann", "7", "2017-12-21T10:00:00Z");
    await().until(() -> stand("257", "mv-west") && stand("357", "mv-company"));
    assertThat(credits("mv-1").getList("items")).hasSize(1);
    explainsWhatBecameOfTheSale("mv-2");
  }

  /** Perhaps in two steps: the news of the two teams are two events. */
  private void explainsWhatBecameOfTheSale(String sale) {
    var rows = credits(sale);
    assertThat(rows.getList("items.reCredited.unique()"))
        .containsExactlyInAnyOrder(null, "MEMBERSHIP_CHANGED");
    assertThat(rows.getList("items.findAll { it.reCredited == null }.teams"))
        .containsExactly(List.of("mv-east", "mv-company"));
    assertThat(rows.getList("items[-1].teams")).containsExactly("mv-west", "mv-company");
    assertThat(rows.getInt("items[-1].revision")).isZero();
    assertThat(
            world.told(EventType.CREDIT_REVERSED, "mv-ann", SaleCredit.class).stream()
                .filter(credit -> credit.sale().id().equals(sale)))
        .isNotEmpty()
        .allSatisfy(
            credit -> {
              assertThat(credit.share()).isEqualByComparingTo("-1");
              assertThat(credit.reversedBy()).isNull();
              assertThat(credit.contributions()).isNotEmpty();
            });
  }

  /**
   * The worked example of a 60/40 split, with reversals of parts before and after a move. A deal of
   * 1000 is split 0.6 (ann, east) and 0.4 (bob, east):
   *
   * <pre>
   *                            ann                bob                east   west
   *   won 1000                 0.6 x 1000 = 600   0.4 x 1000 = 400   1000
   *   reversed 250, 750 left   0.6 x  750 = 450   0.4 x  750 = 300    750
   *   ann was in the west      450                300                 300    450
   *   reversed 150, 600 left   0.6 x  600 = 360   0.4 x  600 = 240    240    360
   *   reversed the rest        0                  0                     0      0
   * </pre>
   */
  @Test
  void keepsTheProportionThatReversalsLeave() {
    CreditingWorld told = new CreditingWorld(world);
    told.goals(participant("sp-ann"), participant("sp-bob"), team("sp-east"), team("sp-west"));
    told.team("sp-east", 1, "sp-company", always("sp-ann"), always("sp-bob"));
    told.team("sp-west", 1, "sp-company");
    world.won(
        "sp-1", sale(null, List.of(split("sp-ann", "0.6"), split("sp-bob", "0.4")), "1000", MOVE));
    await().until(() -> stand("600", "sp-ann") && stand("1000", "sp-east"));
    world.reverse("sp-undo-1", "sp-1", "250");
    await().until(() -> stand("450", "sp-ann") && stand("750", "sp-east"));

    told.team("sp-east", 2, "sp-company", always("sp-bob"));
    told.team("sp-west", 2, "sp-company", always("sp-ann"));
    await().until(() -> stand("450", "sp-west", "sp-ann") && stand("300", "sp-east", "sp-bob"));

    world.reverse("sp-undo-2", "sp-1", "150");
    await().until(() -> stand("360", "sp-west", "sp-ann") && stand("240", "sp-east", "sp-bob"));
    world.reverse("sp-undo-3", "sp-1");
    await().until(() -> stand("0", "sp-west", "sp-ann", "sp-east", "sp-bob"));
  }

  @Test
  void rollsASaleUpOnceItsSellerIsKnown() {
    CreditingWorld told = new CreditingWorld(world);
    told.goals(participant("un-new"), team("un-team"), team("un-company"));
    world.won("un-1", "un-new", "10", "2017-11-05T10:00:00Z");
    await().until(() -> stand("10", "un-new"));
    assertThat(actual("goal-un-team")).isEqualTo("0");

    told.team("un-team", 1, "un-company", since("un-new", "2017-11-01T00:00:00Z"));

    await().until(() -> stand("10", "un-team", "un-company", "un-new"));
  }

  @Test
  void movesTheSalesOfAWholeSubtreeAndFillsGoalsThatComeLater() {
    CreditingWorld told = new CreditingWorld(world);
    told.goals(team("tr-unit"), team("tr-north"));
    told.team("tr-unit", 1, "tr-north", always("tr-ann"));
    world.won("tr-1", "tr-ann", "10", "2017-11-05T10:00:00Z");
    await().until(() -> stand("10", "tr-unit", "tr-north"));

    world.team("tr-unit", 2, List.of(always("tr-south")), List.of(always("tr-ann")));

    await().until(() -> stand("0", "tr-north"));
    told.goals(team("tr-south"), participant("tr-ann"));
    await().until(() -> stand("10", "tr-south", "tr-unit", "tr-ann"));
  }

  /** Whatever order sales, reversals and the news of moves come in, each counts as it should. */
  @Test
  void equalsARecomputationAfterRandomMoves() {
    Random random = new Random(5);
    CreditingWorld told = new CreditingWorld(world);
    told.goals(team("rd-0"), team("rd-1"));
    List<Deal> deals = new ArrayList<>();
    List<Runnable> news = new ArrayList<>();
    for (int n = 0; n < 40; n++) {
      Deal deal = Deal.any(n, random);
      deals.add(deal);
      news.add(() -> world.won(deal.id(), deal.seller(), deal.amount(), deal.at().toString()));
      if (deal.left() < 4) {
        news.add(() -> world.reverse("undo-" + deal.id(), deal.id(), deal.reversed()));
      }
    }
    Collections.shuffle(news, random);
    List<Instant> moves = new ArrayList<>();
    for (int step = 0; step < 4; step++) {
      news.subList(step * news.size() / 4, (step + 1) * news.size() / 4).forEach(Runnable::run);
      moves = List.of(Deal.day(random), Deal.day(random), Deal.day(random));
      told.team("rd-0", 1 + step, "rd-company", ties(moves, true));
      told.team("rd-1", 1 + step, "rd-company", ties(moves, false));
    }
    told.goals(team("rd-company"));

    List<Instant> last = moves;
    await()
        .until(
            () ->
                stand(sum(deals, last, true), "rd-0")
                    && stand(sum(deals, last, false), "rd-1")
                    && stand(sum(deals, List.of(), false), "rd-company"));
  }

  private static Dated[] ties(List<Instant> moves, boolean before) {
    return IntStream.range(0, moves.size())
        .mapToObj(
            seller ->
                before
                    ? new Dated("rd-seller-" + seller, null, moves.get(seller))
                    : new Dated("rd-seller-" + seller, moves.get(seller), null))
        .toArray(Dated[]::new);
  }

  /** A deal of one of three sellers, of which some quarters are left. */
  private record Deal(int no, int sellerNo, Instant at, int quarters, int left) {
    static Deal any(int no, Random random) {
      return new Deal(
          no, random.nextInt(3), day(random), 1 + random.nextInt(25), 1 + random.nextInt(4));
    }

    static Instant day(Random random) {
      return World.START.plus(Duration.ofDays(random.nextInt(90)));
    }

    String id() {
      return "rd-" + no;
    }

    String seller() {
      return "rd-seller-" + sellerNo;
    }

    String amount() {
      return Integer.toString(quarters * 4);
    }

    String reversed() {
      return Integer.toString(quarters * (4 - left));
    }
  }

  private static String sum(List<Deal> deals, List<Instant> moves, boolean before) {
    return Integer.toString(
        deals.stream()
            .filter(
                deal -> moves.isEmpty() || before == deal.at().isBefore(moves.get(deal.sellerNo())))
            .mapToInt(deal -> deal.quarters() * deal.left())
            .sum());
  }

  private static Owner participant(String id) {
    return Owner.participant(id);
  }

  private static Owner team(String id) {
    return Owner.team(id);
  }

  private static boolean stand(String value, String... owners) {
    for (String owner : owners) {
      String actual = actual("goal-" + owner);
      if (actual == null || new BigDecimal(actual).compareTo(new BigDecimal(value)) != 0) {
        return false;
      }
    }
    return true;
  }
}
