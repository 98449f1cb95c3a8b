package dev.milepost.benchmarks.workload;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What each goal must have come to after some sales, added up without the service. */
public final class Expected {
  private final SalesForce force;
  private final long[] cents;
  private final long[] counts;
  private long sales;

  public Expected(SalesForce force) {
    this.force = force;
    this.cents = new long[force.owners()];
    this.counts = new long[force.owners()];
  }

  /** What sales add up to. */
  public static Expected of(SalesForce force, Stream<Sale> sales) {
    Expected expected = new Expected(force);
    sales.forEach(expected::add);
    return expected;
  }

  /** Adds a sale, which counts once each for seller, team and region. */
  public void add(Sale sale) {
    sales++;
    count(sale.participant(), sale.cents());
    count(force.teamOf(sale.participant()), sale.cents());
    count(force.regionOf(sale.participant()), sale.cents());
  }

  private void count(int owner, long amount) {
    cents[owner] += amount;
    counts[owner]++;
  }

  /** How many lines the ledgers of all goals have. */
  public long lines() {
    return 3 * sales;
  }

  /** How many sales were added. */
  public long sales() {
    return sales;
  }

  /** The sum of an owner's goal in USD. */
  public BigDecimal actual(int owner) {
    return BigDecimal.valueOf(cents[owner], 2);
  }

  /** Where every goal stands, by goal id. */
  public Map<String, Position> positions() {
    Map<String, Position> positions = new HashMap<>();
    for (int owner = 0; owner < cents.length; owner++) {
      positions.put(Goals.idOf(force.owner(owner)), new Position(counts[owner], actual(owner)));
    }
    return positions;
  }

  /**
   * Where one goal stands.
   *
   * @param lines lines of its ledger
   * @param actual their sum; equal however many zeros follow the point
   */
  public record Position(long lines, BigDecimal actual) {
    public Position {
      actual = actual.signum() == 0 ? BigDecimal.ZERO : actual.stripTrailingZeros();
    }
  }
}
