package dev.milepost.local.demo;

import dev.milepost.contract.Owner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says whether the suite has arrived at what the files add up to, and where it has not. */
final class ClosingCheck {
  private ClosingCheck() {}

  /**
   * The lines to print below the table.
   *
   * @param counted whether all progress agrees
   * @param settled whether all rewards are what the plan promises
   */
  static List<String> of(
      List<Standing> standings, WonRevenue reference, boolean counted, boolean settled) {
    List<String> lines = new ArrayList<>();
    lines.add(
        counted
            ? String.format(
                Locale.ROOT,
                "Checked: all %d actuals equal the sums of the files; the company won %,d USD.",
                standings.size(),
                reference.company().longValue())
            : "NOT EQUAL to the sums of the files:");
    standings.stream()
        .filter(standing -> !agrees(standing, reference))
        .map(standing -> difference(standing.owner(), standing.actual(), reference))
        .forEach(lines::add);
    lines.add(
        settled
            ? "Checked: everybody has exactly the rewards that the plan promises."
            : "NOT SETTLED: somebody's rewards are not what the plan promises for this progress.");
    return lines;
  }

  private static boolean agrees(Standing standing, WonRevenue reference) {
    BigDecimal actual = standing.actual();
    return actual != null && actual.compareTo(reference.of(standing.owner())) == 0;
  }

  private static String difference(Owner owner, @Nullable BigDecimal actual, WonRevenue reference) {
    return "  %s: %s instead of %s".formatted(owner.id(), actual, reference.of(owner));
  }
}
