package dev.milepost.incentive.statement;

import dev.milepost.contract.Owner;
import dev.milepost.incentive.ledger.Ledger;
import dev.milepost.incentive.ledger.LedgerFilter;
import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.access.VisibleOwners;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.runtime.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Draws up statements. */
@ApplicationScoped
class Statements {
  private final Ledger ledger;
  private final Directory directory;
  private final Visibility visibility;

  Statements(Ledger ledger, Directory directory, Visibility visibility) {
    this.ledger = ledger;
    this.directory = directory;
    this.visibility = visibility;
  }

  /**
   * The statement, unless the participant is unknown or not visible to the caller. Totals and lines
   * are of one moment.
   */
  @Transactional
  Optional<Statement> draw(String participantId, String period, PageRequest page) {
    ledger.freeze();
    VisibleOwners visible = visibility.ofRewards();
    LedgerFilter filter = LedgerFilter.ofParticipant(participantId, period);
    return directory
        .participant(participantId)
        .filter(known -> visible.includes(Owner.participant(participantId)))
        .map(
            known ->
                new Statement(
                    participantId,
                    period,
                    ledger.totals(filter),
                    ledger.page(filter, visible, page)));
  }
}
