package dev.milepost.tracking.progress;

import dev.milepost.contract.EventType;
import dev.milepost.contract.SaleCredit;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.Credit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is told of credits: each one, and every goal it counted for. */
final class CreditEvents {
  private CreditEvents() {}

  /** All credits of a batch, those that count nowhere included. */
  static List<OutgoingEvent> of(List<Credit> credits, List<Entry> entries) {
    Map<Long, List<SaleCredit.Contribution>> contributions = byCredit(entries);
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
    return entries.stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.line().credit().no(),
                Collectors.mapping(Entry::told, Collectors.toList())));
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
            credit.sale().data().amount(),
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
