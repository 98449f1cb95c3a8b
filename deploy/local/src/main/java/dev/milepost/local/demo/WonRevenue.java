package dev.milepost.local.demo;

import dev.milepost.contract.Owner;
import dev.milepost.local.demo.CrmData.Deal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The reference: won revenue per owner, added up from the files alone by close date. The suite must
 * arrive at the same numbers.
 *
 * @param byOwner USD of every agent and team of the organisation, zero included
 */
public record WonRevenue(Map<Owner, BigDecimal> byOwner) {

  public WonRevenue {
    byOwner = Map.copyOf(byOwner);
  }

  /** The revenue of one quarter. */
  public static WonRevenue of(CrmData data, Organisation organisation, Quarter quarter) {
    Map<Owner, BigDecimal> sums = new HashMap<>();
    organisation.owners().forEach(owner -> sums.put(owner, BigDecimal.ZERO));
    for (Deal deal : data.deals()) {
      if (deal.closing() != null && deal.wonIn(quarter)) {
        BigDecimal value = deal.closing().value();
        Owner seller = Owner.participant(Organisation.idOf(deal.agent().name()));
        organisation.lineOf(seller).forEach(owner -> sums.merge(owner, value, BigDecimal::add));
      }
    }
    return new WonRevenue(sums);
  }

  /** One owner's. */
  public BigDecimal of(Owner owner) {
    return Objects.requireNonNull(byOwner.get(owner), owner::toString);
  }

  /** The whole company's. */
  public BigDecimal company() {
    return of(Owner.team(Organisation.COMPANY));
  }
}
