package dev.milepost.tracking.sale;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the versions among new events mean to counting.
 *
 * @param behind numbers of the new events that never count: another version is in force
 * @param replaced numbers of the events that counted until now, and the new event that took the
 *     place of each
 */
public record NewVersions(Set<Long> behind, Map<Long, Sale> replaced) {
  static final NewVersions NONE = new NewVersions(Set.of(), Map.of());

  /** Those of the new events that count, as far as versions are concerned. */
  public List<Sale> counting(List<Sale> fresh) {
    return behind.isEmpty()
        ? fresh
        : fresh.stream().filter(sale -> !behind.contains(sale.no())).toList();
  }
}
