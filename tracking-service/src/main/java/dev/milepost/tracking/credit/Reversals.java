package dev.milepost.tracking.credit;

import dev.milepost.contract.SaleRef;
import dev.milepost.tracking.credit.ReversalRows.Awaiting;
import dev.milepost.tracking.credit.ReversalRows.Due;
import dev.milepost.tracking.credit.ReversalRows.Settled;
import dev.milepost.tracking.sale.Sale;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes sales back. A reversal is recorded as waiting, and whoever comes second, the reversal or
 * its original, applies it; when both are recorded at the same time by two transactions, neither
 * sees the other, and a sweep does it.
 */
@ApplicationScoped
class Reversals {
  private final ReversalRows rows;
  private final CreditRows credits;
  private final CreditsInForce inForce;
  private final OriginalNews originalNews;

  Reversals(
      ReversalRows rows, CreditRows credits, CreditsInForce inForce, OriginalNews originalNews) {
    this.rows = rows;
    this.credits = credits;
    this.inForce = inForce;
    this.originalNews = originalNews;
  }

  /**
   * Records the reversals among new events and applies those that these events make applicable. One
   * statement looks for everything that waited for the events, so it finds returns as well.
   */
  List<Credit> arrived(List<Sale> fresh, Instant now) {
    List<Sale> reversals = fresh.stream().filter(Sale::isReversal).toList();
    if (!reversals.isEmpty()) {
      rows.insert(reversals);
    }
    Awaiting awaiting = rows.awaiting(fresh);
    originalNews.came(awaiting.returns(), now);
    List<Long> concerned = new ArrayList<>(awaiting.reversals());
    reversals.forEach(reversal -> concerned.add(reversal.no()));
    return apply(concerned, now);
  }

  /** Whether some reversal waits although its original is there. */
  List<Long> overdue() {
    return rows.overdue();
  }

  /** Applies those of the reversals whose original is there. */
  List<Credit> apply(Collection<Long> reversals, Instant now) {
    List<Due> due = reversals.isEmpty() ? List.of() : rows.due(reversals);
    if (due.isEmpty()) {
      return List.of();
    }
    List<Settled> settled = decide(due);
    rows.settle(settled, now);
    List<Credit> compensations = compensate(settled, now);
    credits.insert(compensations);
    return compensations;
  }

  /** Several reversals of one original count one after the other. */
  private static List<Settled> decide(List<Due> due) {
    Map<SaleRef, BigDecimal> taken = new HashMap<>();
    List<Settled> settled = new ArrayList<>();
    for (Due one : due) {
      BigDecimal before = taken.getOrDefault(one.original().ref(), one.takenBefore());
      Settlement settlement =
          one.superseded()
              ? new Settlement.WithoutEffect("SUPERSEDED")
              : Settlement.of(one.original(), one.amount(), before);
      if (settlement instanceof Settlement.Apply apply) {
        taken.put(one.original().ref(), before.add(apply.part()));
      }
      settled.add(new Settled(one.after(before), settlement));
    }
    return settled;
  }

  private List<Credit> compensate(List<Settled> settled, Instant now) {
    Map<Long, List<Compensation>> left =
        left(settled.stream().map(one -> one.due().original().no()).toList());
    List<Credit> compensations = new ArrayList<>();
    for (Settled one : settled) {
      BigDecimal part = one.part();
      Due due = one.due();
      if (part == null) {
        continue;
      }
      BigDecimal taken = due.takenBefore().add(part);
      List<Compensation> states = left.getOrDefault(due.original().no(), List.of());
      List<Long> numbers = credits.numbers(states.size());
      for (int i = 0; i < states.size(); i++) {
        Compensation after = states.get(i).after(taken);
        compensations.add(
            states.get(i).revision(after, numbers.get(i), due.original(), due.by(), now));
        states.set(i, after);
      }
    }
    return compensations;
  }

  /** What is left of the credits of events, by the events' numbers; the voided stay as they are. */
  Map<Long, List<Compensation>> left(Collection<Long> eventNos) {
    Map<Long, List<Compensation>> byEvent = new HashMap<>();
    inForce.of(eventNos).forEach((no, credits) -> byEvent.put(no, lefts(credits)));
    return byEvent;
  }

  private static List<Compensation> lefts(List<InForce> credits) {
    return new ArrayList<>(credits.stream().map(InForce::left).toList());
  }
}
