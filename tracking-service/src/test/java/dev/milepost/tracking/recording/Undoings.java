package dev.milepost.tracking.recording;

import dev.milepost.tracking.recording.RandomHistory.Fact;
import dev.milepost.tracking.recording.RandomHistory.Undo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may become of all that takes a sale back: for each order in which it may come, a newer
 * version of the sale being among it.
 */
final class Undoings {
  private Undoings() {}

  /** In the order of {@link Fact#undone}: the part that each takes back, or why none. */
  static Set<List<String>> possible(Fact fact) {
    List<Optional<Undo>> came = new ArrayList<>(fact.undone().stream().map(Optional::of).toList());
    if (!fact.inForce()) {
      came.add(Optional.empty());
    }
    return orders(came).stream()
        .map(order -> of(fact, order))
        .map(became -> fact.undone().stream().map(became::get).toList())
        .collect(Collectors.toSet());
  }

  private static Map<Undo, String> of(Fact fact, List<Optional<Undo>> order) {
    Map<Undo, String> became = new HashMap<>();
    BigDecimal left = fact.amount();
    boolean inForce = true;
    for (Optional<Undo> next : order) {
      if (next.isEmpty()) {
        inForce = false;
      } else if (!inForce) {
        became.put(next.get(), "WITHOUT_EFFECT SUPERSEDED");
      } else if (left.signum() == 0) {
        became.put(next.get(), "WITHOUT_EFFECT NOTHING_LEFT");
      } else {
        BigDecimal taken = next.get().amount().map(left::min).orElse(left);
        BigDecimal part = taken.divide(fact.amount(), 18, RoundingMode.UNNECESSARY);
        became.put(next.get(), "APPLIED " + part.stripTrailingZeros().toPlainString());
        left = left.subtract(taken);
      }
    }
    return became;
  }

  private static <T> List<List<T>> orders(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> orders = new ArrayList<>();
    for (List<T> rest : orders(items.subList(1, items.size()))) {
      for (int at = 0; at <= rest.size(); at++) {
        List<T> order = new ArrayList<>(rest);
        order.add(at, items.getFirst());
        orders.add(order);
      }
    }
    return orders;
  }
}
