package dev.milepost.tracking.progress;

import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.tracking.catalogue.Contribution;
import dev.milepost.tracking.catalogue.Measure;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.sale.Sale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What credits say about when keys were seen. */
final class Sightings {
  private Sightings() {}

  /**
   * A credit in which a key is seen (change 1), or not any more (-1).
   *
   * @param credit the credit or compensation
   * @param key the key
   * @param at when
   * @param change 1 or -1
   */
  record Sighting(Credit credit, String key, Instant at, int change) {}

  /** The sightings in credits, by the metric; it is asked once per sale. */
  static List<Sighting> of(List<Credit> credits, Measure measure) {
    Map<Long, Optional<Contribution>> evaluated = new HashMap<>();
    List<Sighting> sightings = new ArrayList<>();
    Returns returns = measure.returns();
    for (Credit credit : credits) {
      if (!credit.isPlaced(returns)) {
        continue;
      }
      Optional<Contribution> whole =
          evaluated.computeIfAbsent(credit.sale().no(), no -> value(credit.sale(), measure));
      whole
          .map(contribution -> contribution.change(credit.leftBefore(), credit.left()))
          .filter(change -> !change.isNothing())
          .ifPresent(change -> sightings.add(sighting(credit, returns, change)));
    }
    return sightings;
  }

  /** Metrics that count keys see amounts as they are. */
  private static Optional<Contribution> value(Sale sale, Measure measure) {
    return measure.of(sale.type().typeName(), sale.data(), sale::amount);
  }

  private static Sighting sighting(Credit credit, Returns returns, Contribution change) {
    return new Sighting(
        credit,
        String.valueOf(change.key()),
        credit.occurredAt(returns),
        change.numerator().intValueExact());
  }
}
