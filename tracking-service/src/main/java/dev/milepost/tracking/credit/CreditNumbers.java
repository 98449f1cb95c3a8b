package dev.milepost.tracking.credit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The numbers of some credits in a short form: runs of neighbours. A batch has its numbers from one
 * sequence, so there are few runs, one unless another batch is at work at the same time.
 */
public final class CreditNumbers {
  private final List<Run> runs;

  private CreditNumbers(List<Run> runs) {
    this.runs = runs;
  }

  private record Run(long first, long last) {
    static Run parse(String text) {
      String[] ends = text.split("-", -1);
      return new Run(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }

    @Override
    public String toString() {
      return first == last ? Long.toString(first) : first + "-" + last;
    }
  }

  /** Those of the credits, in any order. */
  public static CreditNumbers of(List<Credit> credits) {
    List<Run> runs = new ArrayList<>();
    for (long no : credits.stream().mapToLong(Credit::no).sorted().toArray()) {
      if (!runs.isEmpty() && runs.getLast().last == no - 1) {
        runs.set(runs.size() - 1, new Run(runs.getLast().first, no));
      } else {
        runs.add(new Run(no, no));
      }
    }
    return new CreditNumbers(runs);
  }

  /** Reads what {@link #toString} wrote. */
  public static CreditNumbers parse(String text) {
    return new CreditNumbers(Arrays.stream(text.split(",", -1)).map(Run::parse).toList());
  }

  /** The first number of each run. */
  public long[] firsts() {
    return runs.stream().mapToLong(Run::first).toArray();
  }

  /** The last number of each run. */
  public long[] lasts() {
    return runs.stream().mapToLong(Run::last).toArray();
  }

  /** The lowest number. */
  public long first() {
    return runs.getFirst().first;
  }

  /** The highest number. */
  public long last() {
    return runs.getLast().last;
  }

  /** Such as {@code 1-1000,1005}. */
  @Override
  public String toString() {
    return runs.stream().map(Run::toString).collect(Collectors.joining(","));
  }
}
