package dev.milepost.analytics;

import dev.milepost.contract.Event;
import dev.milepost.contract.EventType;
import dev.milepost.testing.TestBroker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * An event that another service, or a sales system, tells.
 *
 * @param type its type
 * @param key its record key
 * @param id its CloudEvents id
 * @param data its data
 */
public record Told(EventType type, String key, String id, Event data) {
  public static final String SOURCE = "/crm";

  /** Tells them in the given order. */
  public static void inOrder(TestBroker broker, List<Told> events) {
    events.forEach(told -> broker.publish(told.type, told.key, SOURCE, told.id, told.data));
  }

  /** Tells each of them twice, in an order that means nothing but is the same in every run. */
  public static void twiceInAnyOrder(TestBroker broker, List<Told> events) {
    List<Told> shuffled = new ArrayList<>(events);
    shuffled.addAll(events);
    Collections.shuffle(shuffled, new Random(2017));
    inOrder(broker, shuffled);
  }
}
