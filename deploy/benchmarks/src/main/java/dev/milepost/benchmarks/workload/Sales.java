package dev.milepost.benchmarks.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Sales without end, in the order they happen: the same number always gives the same sale. Sellers
 * and amounts (1.00 to 1,000.99 USD) are scattered evenly.
 *
 * @param sellers how many participants sell, from number 0 on
 * @param first when number 0 happens
 * @param apart time from one sale to the next
 */
public record Sales(int sellers, Instant first, Duration apart) {
  private static final long LEAST_CENTS = 100;
  private static final long AMOUNTS = 100_000;

  /** The sale of this number. */
  public Sale get(long no) {
    long scattered = scatter(no);
    int participant = (int) Long.remainderUnsigned(scattered, sellers);
    long cents = LEAST_CENTS + Long.remainderUnsigned(scattered >>> 20, AMOUNTS);
    return new Sale(no, participant, cents, first.plus(apart.multipliedBy(no)));
  }

  /** The sales with numbers in {@code [from, to)}. */
  public Stream<Sale> range(long from, long to) {
    return LongStream.range(from, to).mapToObj(this::get);
  }

  /** The finisher of SplitMix64: neighbours have nothing in common. */
  private static long scatter(long no) {
    long z = (no + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
