package dev.milepost.analytics.goal;

import dev.milepost.contract.Event;
import dev.milepost.runtime.event.ReceivedEvent;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Reduces a batch to what one statement can store: each key once. */
final class Newest {
  private Newest() {}

  /** The data of the events, of each key the one with the highest version. */
  static <E extends Event> Collection<E> of(
      List<ReceivedEvent> events,
      Class<E> dataClass,
      Function<E, String> key,
      ToLongFunction<E> version) {
    Map<String, E> newest = new LinkedHashMap<>();
    for (ReceivedEvent event : events) {
      E data = event.data(dataClass);
      newest.merge(key.apply(data), data, BinaryOperator.maxBy(Comparator.comparingLong(version)));
    }
    return newest.values();
  }
}
