package dev.milepost.tracking.progress;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Money;
import dev.milepost.contract.SaleCredit;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.Credit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is told of credits: each one, and every goal it counted for. */
final class CreditEvents {
  private CreditEvents() {}

  /** All credits of a batch, those that count nowhere included. */
  static List<OutgoingEvent> of(List<Credit> credits, List<Entry> entries) {
    return of(credits, byCredit(entries));
  }

  /**
   * All credits, with what they contributed.
   *
   * @param contributions by number of the credit, in the order of our numbers of the goals
   */
  static List<OutgoingEvent> of(
      List<Credit> credits, Map<Long, List<SaleCredit.Contribution>> contributions) {
    return credits.stream()
        .map(credit -> event(credit, contributions.getOrDefault(credit.no(), List.of()), ""))
        .toList();
  }

  /** Credits told before, with what they mean to a goal that came later. */
  static List<OutgoingEvent> again(TrackedGoal goal, List<Entry> entries) {
    return entries.stream()
        .map(e -> event(e.line().credit(), List.of(e.told()), ":" + goal.goalId()))
        .toList();
  }

  private static Map<Long, List<SaleCredit.Contribution>> byCredit(List<Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(entry -> entry.goal().no()));
    Map<Long, List<SaleCredit.Contribution>> contributions = new HashMap<>();
    for (Entry entry : sorted) {
      contributions
          .computeIfAbsent(entry.line().credit().no(), credit -> new ArrayList<>())
          .add(entry.told());
    }
    return contributions;
  }

  /** In the one notation that a sale is stored in, however it arrived. */
  private static @Nullable Money value(@Nullable Money amount) {
    return amount == null ? null : new Money(Decimals.shortest(amount.amount()), amount.currency());
  }

  private static OutgoingEvent event(
      Credit credit, List<SaleCredit.Contribution> contributions, String suffix) {
    Credit.TakenBack takenBack = credit.takenBack();
    SaleCredit told =
        new SaleCredit(
            credit.id(),
            credit.revision(),
            credit.sale().ref(),
            credit.sale().type().typeName(),
            credit.occurredAt(),
            credit.recordedAt(),
            credit.participantId(),
            credit.type(),
            Decimals.shortest(credit.share()),
            value(credit.sale().data().amount()),
            credit.teams(),
            contributions,
            takenBack == null ? null : takenBack.ref());
    return new OutgoingEvent(
        credit.revision() == 0 ? EventType.SALE_CREDITED : EventType.CREDIT_REVERSED,
        credit.participantId(),
        "credit:" + credit.id() + ":" + credit.revision() + suffix,
        told,
        credit.effect());
  }
}
