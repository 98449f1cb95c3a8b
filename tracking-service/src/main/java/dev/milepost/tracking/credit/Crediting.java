package dev.milepost.tracking.credit;

import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.sale.EntityVersions;
import dev.milepost.tracking.sale.NewVersions;
import dev.milepost.tracking.sale.Original;
import dev.milepost.tracking.sale.Originals;
import dev.milepost.tracking.sale.Sale;
import dev.milepost.tracking.sale.SaleConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Credits sales, and takes credits back. */
@ApplicationScoped
public class Crediting {
  private final CreditRows rows;
  private final Reversals reversals;
  private final EntityVersions versions;
  private final Superseding superseding;
  private final Originals originals;
  private final String houseAccount;

  Crediting(
      CreditRows rows,
      Reversals reversals,
      EntityVersions versions,
      Superseding superseding,
      Originals originals,
      SaleConfig config) {
    this.rows = rows;
    this.reversals = reversals;
    this.versions = versions;
    this.superseding = superseding;
    this.originals = originals;
    this.houseAccount = config.houseAccount();
  }

  /**
   * What new events take back of older versions, then their own credits, then the compensations
   * that they make due. An event that another version of its entity supersedes is not credited.
   */
  public List<Credit> credit(List<Sale> fresh, Catalogue catalogue, Instant now) {
    NewVersions found = versions.arrived(fresh);
    List<Credit> credits = new ArrayList<>(superseding.takeBack(found, fresh, now));
    List<Sale> counting = found.counting(fresh);
    List<Credit> own = first(counting, originals.arrived(counting), catalogue, now);
    rows.insert(own);
    credits.addAll(own);
    credits.addAll(reversals.arrived(fresh, now));
    return credits;
  }

  /**
   * The goals that the credits of a sale may count for.
   *
   * @param original what the sale is a return of; null when it names none, or none that is known
   */
  public Set<TrackedGoal> candidates(Sale sale, @Nullable Original original, Catalogue catalogue) {
    Set<TrackedGoal> found = new LinkedHashSet<>();
    for (Share share : shares(sale, original, catalogue)) {
      Credit credit = new Unnumbered(sale, share).numbered(0, Instant.EPOCH);
      found.addAll(credit.candidates(catalogue));
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

  private List<Credit> first(
      List<Sale> fresh, Map<Long, Original> originals, Catalogue catalogue, Instant now) {
    List<Unnumbered> found =
        fresh.stream()
            .filter(sale -> !sale.isReversal())
            .flatMap(
                sale ->
                    shares(sale, originals.get(sale.no()), catalogue).stream()
                        .map(share -> new Unnumbered(sale, share)))
            .toList();
    Iterator<Long> numbers = rows.numbers(found.size()).iterator();
    return found.stream().map(one -> one.numbered(numbers.next(), now)).toList();
  }

  /**
   * Who recorded sales are to be credited to, by our numbers of them and the catalogue as it is.
   */
  Map<Long, List<Share>> shares(Collection<Sale> sales, Catalogue catalogue) {
    Map<Long, Original> known = originals.of(sales);
    Map<Long, List<Share>> shares = new HashMap<>();
    sales.forEach(sale -> shares.put(sale.no(), shares(sale, known.get(sale.no()), catalogue)));
    return shares;
  }

  private List<Share> shares(Sale sale, @Nullable Original original, Catalogue catalogue) {
    List<Share> shares =
        Shares.of(
            sale.type().typeName(),
            sale.data(),
            catalogue.rules(),
            catalogue.hierarchy(),
            houseAccount);
    return original == null
        ? shares
        : shares.stream().map(one -> one.returning(original, catalogue.hierarchy())).toList();
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
          Origin.of(share),
          share.atOriginal());
    }
  }
}
