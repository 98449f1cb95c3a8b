package dev.milepost.tracking.recording;

import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.exchange.Amounts;
import dev.milepost.tracking.exchange.Exchange;
import dev.milepost.tracking.sale.Sale;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the sales for which some goal asks for an exchange rate that is not there. */
@ApplicationScoped
class Rateless {
  private final Exchange exchange;

  Rateless(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Our numbers of those among the sales of these credits. */
  Set<Long> among(List<Credit> credits, Catalogue catalogue) {
    Amounts amounts =
        exchange.amounts(credits.stream().map(Credit::sale).toList(), catalogue.currencies());
    Set<Long> rateless = new HashSet<>();
    for (Credit credit : credits) {
      if (lacksRate(credit, catalogue, amounts.anew())) {
        rateless.add(credit.sale().no());
      }
    }
    return rateless;
  }

  private static boolean lacksRate(Credit credit, Catalogue catalogue, Amounts asked) {
    Sale sale = credit.sale();
    for (TrackedGoal goal : credit.candidates(catalogue)) {
      goal.measure()
          .of(sale.type().typeName(), sale.data(), asked.of(sale, goal.snapshot().metric()));
    }
    return !asked.missing().isEmpty();
  }
}
