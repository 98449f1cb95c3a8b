package dev.milepost.tracking.credit;

import dev.milepost.contract.CreditType;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.sale.Sale;
import dev.milepost.tracking.sale.SaleConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Credits sales, and takes credits back. */
@ApplicationScoped
public class Crediting {
  private final CreditRows rows;
  private final Reversals reversals;
  private final String houseAccount;

  Crediting(CreditRows rows, Reversals reversals, SaleConfig config) {
    this.rows = rows;
    this.reversals = reversals;
    this.houseAccount = config.houseAccount();
  }

  /** The credits of new events, then the compensations that these events make due. */
  public List<Credit> credit(List<Sale> fresh, Catalogue catalogue, Instant now) {
    List<Credit> credits = new ArrayList<>(direct(fresh, catalogue, now));
    rows.insert(credits);
    credits.addAll(reversals.arrived(fresh, now));
    return credits;
  }

  /** Whether {@link #creditOverdue} has something to do. */
  public boolean isOverdue() {
    return !reversals.overdue().isEmpty();
  }

  /** Compensations of reversals that were recorded at the same time as their original. */
  public List<Credit> creditOverdue(Instant now) {
    return reversals.apply(reversals.overdue(), now);
  }

  private List<Credit> direct(List<Sale> fresh, Catalogue catalogue, Instant now) {
    List<Unnumbered> found =
        fresh.stream()
            .filter(sale -> !sale.isReversal())
            .flatMap(
                sale ->
                    Share.of(sale.data(), houseAccount).stream()
                        .map(share -> new Unnumbered(sale, share)))
            .toList();
    Iterator<Long> numbers = rows.numbers(found.size()).iterator();
    return found.stream().map(one -> one.numbered(numbers.next(), catalogue, now)).toList();
  }

  private record Unnumbered(Sale sale, Share share) {
    Credit numbered(long no, Catalogue catalogue, Instant now) {
      List<String> teams =
          share.type() == CreditType.DIRECT
              ? catalogue.teamsOf(share.participantId(), sale.data().occurredAt())
              : List.of();
      BigDecimal part = share.part();
      return new Credit(
          no, no, 0, sale, share.participantId(), share.type(), part, part, teams, now, null);
    }
  }
}
