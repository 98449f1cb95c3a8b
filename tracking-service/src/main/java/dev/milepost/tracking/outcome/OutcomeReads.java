package dev.milepost.tracking.outcome;

import dev.milepost.contract.Owner;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.access.VisibleOwners;
import dev.milepost.runtime.inbox.QuarantineDesk;
import dev.milepost.runtime.inbox.QuarantinedRecord;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.credit.CreditView;
import dev.milepost.tracking.credit.Reversal;
import dev.milepost.tracking.credit.SaleHistory;
import dev.milepost.tracking.exchange.AppliedRate;
import dev.milepost.tracking.exchange.RateReads;
import dev.milepost.tracking.outcome.OutcomeRows.Recorded;
import dev.milepost.tracking.outcome.OutcomeRows.Repeated;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What became of events, as callers may see it. */
@ApplicationScoped
class OutcomeReads {
  private static final String TOPIC = Topic.SALES_EVENTS.topicName();
  private static final int MOST = 100;

  private final OutcomeRows rows;
  private final SaleHistory history;
  private final GoalsAround goals;
  private final QuarantineDesk quarantine;
  private final RateReads rates;
  private final Visibility visibility;

  OutcomeReads(
      OutcomeRows rows,
      SaleHistory history,
      GoalsAround goals,
      QuarantineDesk quarantine,
      RateReads rates,
      Visibility visibility) {
    this.rows = rows;
    this.history = history;
    this.goals = goals;
    this.quarantine = quarantine;
    this.rates = rates;
    this.visibility = visibility;
  }

  /** The outcome of an event; empty when nothing is known of it that the caller may see. */
  Optional<EventOutcome> find(SaleRef ref) {
    VisibleOwners visible = visibility.ofProgress();
    List<QuarantinedRecord> aside = quarantine.ofEvent(TOPIC, ref.source(), ref.id(), MOST);
    Optional<Recorded> recorded = rows.event(ref);
    EventOutcome.Receipts receipts = receipts(ref, aside, visible);
    if (recorded.isPresent()) {
      return recorded(recorded.get(), receipts, visible);
    }
    return visible.all()
        ? Outcomes.ofUnrecorded(ref, aside, rows.isAccepted(ref))
            .map(outcome -> EventOutcome.ofUnrecorded(ref, outcome, receipts))
        : Optional.empty();
  }

  private Optional<EventOutcome> recorded(
      Recorded event, EventOutcome.Receipts receipts, VisibleOwners visible) {
    Optional<Reversal> reverses = history.reversal(event.sale().no());
    List<Credit> concerned =
        reverses.isPresent() ? ofOriginal(reverses.get()) : history.credits(event.sale().no());
    if (concerned.stream().noneMatch(credit -> sees(visible, credit)) && !visible.all()) {
      return Optional.empty();
    }
    return Optional.of(
        reverses
            .map(reversal -> reversal(event, reversal, receipts))
            .orElseGet(() -> sale(event, concerned, receipts, visible)));
  }

  /** A reversal is seen by who sees what it takes back. */
  private List<Credit> ofOriginal(Reversal reversal) {
    return rows.event(reversal.original())
        .map(original -> history.credits(original.sale().no()))
        .orElse(List.of());
  }

  private EventOutcome sale(
      Recorded event, List<Credit> credits, EventOutcome.Receipts receipts, VisibleOwners visible) {
    EventOutcome.Around around = goals.of(event.sale(), event.outcome(), credits, visible);
    long no = event.sale().no();
    List<AppliedRate> applied = rates.applied(List.of(no)).getOrDefault(no, List.of());
    List<CreditView> views =
        credits.stream()
            .filter(credit -> sees(visible, credit))
            .map(credit -> CreditView.of(credit, around.versions(), applied))
            .toList();
    return EventOutcome.ofSale(event, views, around, receipts);
  }

  private EventOutcome reversal(Recorded event, Reversal reversal, EventOutcome.Receipts receipts) {
    String reason = reversal.reason();
    return EventOutcome.ofReversal(
        event,
        Undoing.of(reversal),
        reason == null ? null : goals.words(Reason.of(reason)),
        receipts);
  }

  private EventOutcome.Receipts receipts(
      SaleRef ref, List<QuarantinedRecord> aside, VisibleOwners visible) {
    Repeated repeated = rows.repeated(ref);
    long conflicts = aside.stream().filter(record -> isConflict(record, ref)).count();
    return new EventOutcome.Receipts(
        visible.all() ? aside.stream().map(SetAside::of).toList() : List.of(),
        repeated.duplicates(),
        repeated.conflicts() + conflicts);
  }

  private static boolean isConflict(QuarantinedRecord record, SaleRef ref) {
    return record.reason().equals("CONFLICT")
        && ref.source().equals(record.source())
        && ref.id().equals(record.eventId());
  }

  private static boolean sees(VisibleOwners visible, Credit credit) {
    return visible.includes(Owner.participant(credit.participantId()));
  }
}
