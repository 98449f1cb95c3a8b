package dev.milepost.tracking.credit;

import dev.milepost.contract.Owner;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.sale.EntityVersions;
import dev.milepost.tracking.sale.NewVersions;
import dev.milepost.tracking.sale.Sale;
import dev.milepost.tracking.sale.SaleConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Credits sales, and takes credits back. */
@ApplicationScoped
public class Crediting {
  private final CreditRows rows;
  private final Reversals reversals;
  private final EntityVersions versions;
  private final Superseding superseding;
  private final String houseAccount;

  Crediting(
      CreditRows rows,
      Reversals reversals,
      EntityVersions versions,
      Superseding superseding,
      SaleConfig config) {
    this.rows = rows;
    this.reversals = reversals;
    this.versions = versions;
    this.superseding = superseding;
    this.houseAccount = config.houseAccount();
  }

  /**
   * What new events take back of older versions, then their own credits, then the compensations
   * that they make due. An event that another version of its entity supersedes is not credited.
   */
  public List<Credit> credit(List<Sale> fresh, Catalogue catalogue, Instant now) {
    NewVersions found = versions.arrived(fresh);
    List<Credit> credits = new ArrayList<>(superseding.takeBack(found, fresh, now));
    List<Credit> own = first(found.counting(fresh), catalogue, now);
    rows.insert(own);
    credits.addAll(own);
    credits.addAll(reversals.arrived(fresh, now));
    return credits;
  }

  /** The goals that the credits of a sale may count for. */
  public Set<TrackedGoal> candidates(Sale sale, Catalogue catalogue) {
    Set<TrackedGoal> found = new LinkedHashSet<>();
    Instant at = sale.data().occurredAt();
    for (Share share : shares(sale, catalogue)) {
      Owner credited = Owner.participant(share.participantId());
      found.addAll(catalogue.candidates(credited, share.type(), at));
      for (String team : share.teams()) {
        found.addAll(catalogue.candidates(Owner.team(team), share.type(), at));
      }
    }
    return found;
  }

  /** Whether {@link #creditOverdue} has something to do. */
  public boolean isOverdue() {
    return !reversals.overdue().isEmpty();
  }

  /** Compensations of reversals that were recorded at the same time as their original. */
  public List<Credit> creditOverdue(Instant now) {
    return reversals.apply(reversals.overdue(), now);
  }

  private List<Credit> first(List<Sale> fresh, Catalogue catalogue, Instant now) {
    List<Unnumbered> found =
        fresh.stream()
            .filter(sale -> !sale.isReversal())
            .flatMap(
                sale -> shares(sale, catalogue).stream().map(share -> new Unnumbered(sale, share)))
            .toList();
    Iterator<Long> numbers = rows.numbers(found.size()).iterator();
    return found.stream().map(one -> one.numbered(numbers.next(), now)).toList();
  }

  /** Who a sale is to be credited to, by the catalogue as it is. */
  List<Share> shares(Sale sale, Catalogue catalogue) {
    return Shares.of(
        sale.type().typeName(),
        sale.data(),
        catalogue.rules(),
        catalogue.hierarchy(),
        houseAccount);
  }

  private record Unnumbered(Sale sale, Share share) {
    Credit numbered(long no, Instant now) {
      return new Credit(
          no,
          no,
          0,
          sale,
          share.participantId(),
          share.type(),
          share.part(),
          share.part(),
          share.teams(),
          now,
          null,
          Origin.of(share));
    }
  }
}
