package dev.milepost.local.demo;

import dev.milepost.contract.Owner;
import dev.milepost.local.Persona;
import dev.milepost.local.terminal.ProgressBar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Watches the suite until what it says is what the files say, or until patience ends. */
final class Observer {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final ServiceClient tracking;
  private final ServiceClient incentive;

  Observer(ServiceClient tracking, ServiceClient incentive) {
    this.tracking = tracking;
    this.incentive = incentive;
  }

  /** Waits until every goal's actual is the reference; shows the company's revenue meanwhile. */
  boolean awaitProgress(WonRevenue reference, ProgressBar bar) {
    return Waiting.until(
        LIMIT,
        () -> {
          List<Standing> standings = standings();
          standings.stream()
              .filter(standing -> standing.owner().equals(Owner.team(Organisation.COMPANY)))
              .forEach(company -> bar.reached(actual(company).longValue(), ""));
          return standings.size() == reference.byOwner().size()
              && standings.stream().allMatch(standing -> agrees(standing, reference));
        });
  }

  /** Waits until everybody has exactly the rewards that the plan promises for this progress. */
  boolean awaitRewards(List<Standing> standings, ProgressBar bar) {
    return Waiting.until(
        LIMIT,
        () -> {
          Map<Owner, Earned> earned = earned();
          long settled = standings.stream().filter(s -> isSettled(s, earned)).count();
          bar.reached(settled, "");
          return settled == standings.size();
        });
  }

  /** How all goals of the quarter stand. */
  List<Standing> standings() {
    String path =
        "/v1/progress?period=%s&metric=%s"
            .formatted(Quarter.Q4_2017.label(), MetricStep.WON_REVENUE);
    return tracking.list(Persona.SALES_OPS.identity(), path).stream().map(Standing::of).toList();
  }

  /** The rewards in force for the quarter. */
  Map<Owner, Earned> earned() {
    String path = "/v1/rewards?inForce=true&period=" + Quarter.Q4_2017.label();
    return Earned.byRecipient(incentive.list(Persona.FINANCE.identity(), path));
  }

  private static boolean agrees(Standing standing, WonRevenue reference) {
    return actual(standing).compareTo(reference.of(standing.owner())) == 0;
  }

  private static boolean isSettled(Standing standing, Map<Owner, Earned> earned) {
    BigDecimal attainment = orZero(standing.attainment());
    Earned has = earned.getOrDefault(standing.owner(), Earned.NOTHING);
    Owner.Type type = standing.owner().type();
    BigDecimal cash =
        type == Owner.Type.TEAM ? BigDecimal.ZERO : PayPlan.cashAt(standing.attainment());
    return has.rewards() == PayPlan.rewardsAt(type, attainment) && has.cash().compareTo(cash) == 0;
  }

  private static BigDecimal actual(Standing standing) {
    return orZero(standing.actual());
  }

  private static BigDecimal orZero(@Nullable BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }
}
