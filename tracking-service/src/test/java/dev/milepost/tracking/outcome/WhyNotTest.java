package dev.milepost.tracking.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.tracking.catalogue.Measure;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.AtOriginal;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.exchange.Rates;
import dev.milepost.tracking.pace.WorkingDays;
import dev.milepost.tracking.sale.Original;
import dev.milepost.tracking.sale.Sale;
import dev.milepost.tracking.scenario.SoldEvents;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhyNotTest {
  private static final ExpressionCompiler COMPILER = new ExpressionCompiler();
  private static final Cause CAUSE = new Cause("c", null, null);
  private static final Owner ANN = Owner.participant("ann");

  @Test
  void saysThatTheSaleLiesBeforeOrAfterThePeriod() {
    assertThat(why("2018-01-01T00:00:00Z", goal(State.ACTIVE)))
        .isEqualTo(
            new Reason(
                "AFTER_PERIOD",
                Map.of(
                    "occurredAt", "2018-01-01T00:00:00Z",
                    "start", "2017-10-01T00:00:00Z",
                    "end", "2018-01-01T00:00:00Z")));
    assertThat(why("2017-09-30T23:59:59Z", goal(State.ACTIVE)).code()).isEqualTo("BEFORE_PERIOD");
  }

  @Test
  void asksWhetherTheGoalIsAliveBeforeAnythingElse() {
    assertThat(why("2018-01-01T00:00:00Z", goal(State.CANCELLED)).code())
        .isEqualTo("GOAL_CANCELLED");
  }

  @Test
  void namesTheKindOfCreditThatTheGoalDoesNotTake() {
    Reason reason = why("2017-11-05T00:00:00Z", goal(State.ACTIVE), CreditType.OVERLAY);

    assertThat(reason)
        .isEqualTo(
            new Reason("CREDIT_TYPE_NOT_TAKEN", Map.of("given", "OVERLAY", "taken", "DIRECT")));
  }

  @Test
  void asksForThePeriodBeforeTheKindOfCredit() {
    assertThat(why("2018-01-01T00:00:00Z", goal(State.ACTIVE), CreditType.OVERLAY).code())
        .isEqualTo("AFTER_PERIOD");
  }

  @Test
  void namesTheMetricAndTheConditionThatIsNotMet() {
    assertThat(whyNot(EventType.DEAL_LOST, "2017-11-05T00:00:00Z", CreditType.DIRECT, 0))
        .isEqualTo(
            new Reason(
                "CONDITION_NOT_MET",
                Map.of(
                    "metric", "won-revenue",
                    "metricVersion", "1",
                    "expression", "event.type == 'dev.milepost.sales.deal.won'")));
  }

  @Test
  void tellsABackFillThatIsStillToComeFromALineThatIsMissing() {
    assertThat(whyNot(EventType.DEAL_WON, "2017-11-05T00:00:00Z", CreditType.DIRECT, 7).code())
        .isEqualTo("BACK_FILL_PENDING");
    assertThat(whyNot(EventType.DEAL_WON, "2017-11-05T00:00:00Z", CreditType.DIRECT, 6).code())
        .isEqualTo("NOT_BOOKED");
  }

  @Test
  void namesTheExchangeRateThatIsMissing() {
    SalesEvent sold =
        SalesEvent.sold(
            Instant.parse("2017-11-05T00:00:00Z"),
            "ann",
            List.of(),
            new Money(BigDecimal.TEN, "EUR"));

    assertThat(why(EventType.DEAL_WON, sold, goal(State.ACTIVE), CreditType.DIRECT, 7))
        .isEqualTo(
            new Reason(
                "NO_EXCHANGE_RATE",
                Map.of(
                    "metric", "won-revenue",
                    "metricVersion", "1",
                    "rate", "PLAN rate from EUR to USD for 2017")));
    assertThat(why(EventType.DEAL_LOST, sold, goal(State.ACTIVE), CreditType.DIRECT, 7).code())
        .isEqualTo("CONDITION_NOT_MET");
  }

  @Test
  void saysThatAGoalWaitsForTheOriginalOfAReturn() {
    assertThat(whyNotReturned(Returns.ORIGINAL, null))
        .isEqualTo(new Reason("ORIGINAL_NOT_KNOWN", Map.of("source", "/crm", "id", "original")));
    assertThat(whyNotReturned(Returns.OWN_DATE, null).code()).isEqualTo("AFTER_PERIOD");
  }

  @Test
  void saysWhatAReturnWaitsForOnceItsOriginalIsRecorded() {
    assertThat(whyNotCreditedAnew("USD", "2017-11-05T00:00:00Z"))
        .isEqualTo(new Reason("RE_CREDITING_PENDING", Map.of("source", "/crm", "id", "original")));
    assertThat(whyNotCreditedAnew("EUR", "2017-11-05T00:00:00Z"))
        .isEqualTo(
            new Reason(
                "NO_EXCHANGE_RATE",
                Map.of(
                    "metric", "m",
                    "metricVersion", "1",
                    "rate", "PLAN rate from EUR to USD for 2018")));
    assertThat(whyNotCreditedAnew("EUR", "2017-09-30T00:00:00Z").code()).isEqualTo("BEFORE_PERIOD");
  }

  @Test
  void asksForTheDateThatTheMetricAsksFor() {
    Instant before = Instant.parse("2017-09-30T00:00:00Z");

    assertThat(whyNotReturned(Returns.ORIGINAL, before).arguments())
        .containsEntry("occurredAt", "2017-09-30T00:00:00Z");
    assertThat(whyNotReturned(Returns.ORIGINAL, before).code()).isEqualTo("BEFORE_PERIOD");
    assertThat(whyNotReturned(Returns.OWN_DATE, before).code()).isEqualTo("AFTER_PERIOD");
  }

  private static Reason whyNotReturned(Returns returns, Instant original) {
    return why(
        EventType.DEAL_WON,
        SoldEvents.returnOf("original", "ann", "-1", "2018-02-01T00:00:00Z"),
        goal(returns),
        original == null ? null : new AtOriginal(new Original(3, original, original), List.of()));
  }

  /** Of a return that was credited before its original came. */
  private static Reason whyNotCreditedAnew(String currency, String original) {
    SalesEvent refund =
        SalesEvent.sold(
            Instant.parse("2018-02-01T00:00:00Z"),
            "ann",
            List.of(),
            new Money(BigDecimal.ONE.negate(), currency));
    Instant at = Instant.parse(original);
    return why(
        EventType.DEAL_WON,
        SoldEvents.returnOf(new SaleRef("/crm", "original"), refund),
        goal(Returns.ORIGINAL),
        CreditType.DIRECT,
        0,
        null,
        new Original(3, at, at));
  }

  private static Reason why(String occurredAt, GoalSnapshot goal) {
    return why(occurredAt, goal, CreditType.DIRECT);
  }

  private static Reason why(String occurredAt, GoalSnapshot goal, CreditType type) {
    return why(EventType.DEAL_WON, occurredAt, goal, type, 0);
  }

  private static Reason whyNot(EventType type, String occurredAt, CreditType credit, long mark) {
    return why(type, occurredAt, goal(State.ACTIVE), credit, mark);
  }

  private static Reason why(
      EventType event, String occurredAt, GoalSnapshot goal, CreditType type, long mark) {
    return why(event, SoldEvents.sale("ann", List.of(), "10", occurredAt), goal, type, mark);
  }

  private static Reason why(
      EventType event, SalesEvent sold, GoalSnapshot goal, CreditType type, long mark) {
    return why(event, sold, goal, type, mark, null, null);
  }

  private static Reason why(
      EventType event, SalesEvent sold, GoalSnapshot goal, AtOriginal atOriginal) {
    Original original = atOriginal == null ? null : atOriginal.original();
    return why(event, sold, goal, CreditType.DIRECT, 0, atOriginal, original);
  }

  private static Reason why(
      EventType event,
      SalesEvent sold,
      GoalSnapshot goal,
      CreditType type,
      long mark,
      AtOriginal atOriginal,
      Original original) {
    Sale sale = new Sale(1, new SaleRef("/crm", "deal"), event, sold, CAUSE, Instant.EPOCH);
    BigDecimal one = BigDecimal.ONE;
    Credit credit =
        new Credit(
            7, 7, 0, sale, "ann", type, one, one, List.of(), Instant.EPOCH, null, null, atOriginal);
    TrackedGoal tracked =
        new TrackedGoal(1, goal, Measure.of(goal.metric(), COMPILER), CAUSE, WorkingDays.ASSUMED);
    return new WhyNot(sale, List.of(credit), original, COMPILER, Rates.NONE.amounts())
        .of(new Candidate(tracked, 0, mark));
  }

  private static GoalSnapshot goal(Returns returns) {
    return World.goal(
        "goal", ANN, World.wonRevenue("m", returns), World.FAR, World.version(1, "100"));
  }

  private static GoalSnapshot goal(State state) {
    return World.goal("goal", 1, state, ANN, World.FAR, World.version(1, "100"));
  }
}
