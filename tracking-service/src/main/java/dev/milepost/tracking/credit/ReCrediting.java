package dev.milepost.tracking.credit;

import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.credit.ReCreditTasks.Chunk;
import dev.milepost.tracking.credit.ReCreditTasks.Task;
import dev.milepost.tracking.sale.Sale;
import dev.milepost.tracking.sale.SalesEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Credits sales anew after rules or hierarchy changed. What a sale is to be credited to is asked
 * again of the catalogue as it now is; credits that are no longer wanted are voided, the missing
 * ones are made, in the proportion that reversals left of the sale. What is as it should be stays,
 * so it does not matter how often a sale is looked at.
 */
@ApplicationScoped
public class ReCrediting {
  private final ReCreditTasks tasks;
  private final SalesEvents sales;
  private final CreditsInForce inForce;
  private final ReversalRows reversals;
  private final CreditRows rows;
  private final Crediting crediting;

  ReCrediting(
      ReCreditTasks tasks,
      SalesEvents sales,
      CreditsInForce inForce,
      ReversalRows reversals,
      CreditRows rows,
      Crediting crediting) {
    this.tasks = tasks;
    this.sales = sales;
    this.inForce = inForce;
    this.reversals = reversals;
    this.rows = rows;
    this.crediting = crediting;
  }

  private record Wrong(Sale sale, Difference difference) {}

  /**
   * A step of following up a change.
   *
   * @param change our number of it
   * @param done how far it had come before
   * @param credits what was voided and made, perhaps nothing
   */
  public record Step(long change, long done, List<Credit> credits) {}

  /**
   * Looks at the next sales that a change concerns. Since sales are held against the catalogue as
   * it is, changes may be followed up in any order.
   *
   * @param waiting changes that are passed over, and whose sales are left to them
   * @return what became of them; empty when no other change is left to follow up
   */
  public Optional<Step> next(Collection<WaitingChange> waiting, Catalogue catalogue, Instant now) {
    return tasks
        .next(waiting, now)
        .map(
            task ->
                new Step(
                    task.no(), task.done(), follow(task, tasks.leftTo(waiting), catalogue, now)));
  }

  private List<Credit> follow(Task task, Set<Long> left, Catalogue catalogue, Instant now) {
    Chunk chunk = tasks.chunk(task);
    tasks.done(task, chunk.upTo());
    List<Long> saleNos = chunk.saleNos().stream().filter(no -> !left.contains(no)).toList();
    List<Long> suspects =
        wrong(sales.find(saleNos), catalogue).stream().map(w -> w.sale().no()).toList();
    if (suspects.isEmpty()) {
      return List.of();
    }
    // Only now, and asked once more: a reversal may be taking something back meanwhile.
    List<Wrong> wrong = wrong(sales.lock(suspects), catalogue);
    List<Credit> credits = compensations(wrong, task, now);
    rows.insert(credits);
    return credits;
  }

  private List<Wrong> wrong(Collection<Sale> looked, Catalogue catalogue) {
    Map<Long, List<InForce>> credits = inForce.of(looked.stream().map(Sale::no).toList());
    Map<Long, List<Share>> wanted = crediting.shares(looked, catalogue);
    return looked.stream()
        .map(
            sale ->
                new Wrong(
                    sale,
                    Difference.of(
                        credits.getOrDefault(sale.no(), List.of()),
                        wanted.getOrDefault(sale.no(), List.of()))))
        .filter(found -> !found.difference().isNone())
        .toList();
  }

  private List<Credit> compensations(List<Wrong> wrong, Task task, Instant now) {
    Map<Long, BigDecimal> taken = reversals.taken(wrong.stream().map(w -> w.sale().no()).toList());
    List<Credit> credits = new ArrayList<>();
    for (Wrong one : wrong) {
      List<InForce> obsolete = one.difference().obsolete();
      List<Share> missing = one.difference().missing();
      List<Long> numbers = rows.numbers(obsolete.size() + missing.size());
      for (int i = 0; i < obsolete.size(); i++) {
        credits.add(obsolete.get(i).left().voided(numbers.get(i), one.sale(), task.why(), now));
      }
      BigDecimal part = taken.getOrDefault(one.sale().no(), BigDecimal.ZERO);
      for (int i = 0; i < missing.size(); i++) {
        long no = numbers.get(obsolete.size() + i);
        credits.add(made(no, one.sale(), missing.get(i), part, task.why(), now));
      }
    }
    return credits;
  }

  private static Credit made(
      long no, Sale sale, Share share, BigDecimal taken, Origin.ReCredited why, Instant now) {
    boolean partly = taken.signum() != 0;
    BigDecimal left =
        partly ? Compensation.remains(share.part(), taken).stripTrailingZeros() : share.part();
    return new Credit(
        no,
        no,
        0,
        sale,
        share.participantId(),
        share.type(),
        left,
        left,
        share.teams(),
        now,
        null,
        new Origin(share.rule(), partly ? share.part() : null, why),
        share.atOriginal());
  }
}
