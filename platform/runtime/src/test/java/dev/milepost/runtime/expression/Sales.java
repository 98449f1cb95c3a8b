package dev.milepost.runtime.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.SalesEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Sales events for tests, as JSON written with single quotes. */
final class Sales {
  static final String WON =
      """
      {'occurredAt': '2017-10-05T08:30:00Z', 'participantId': 'darcel-schlecht',
       'amount': {'amount': '1054.00', 'currency': 'USD'}, 'stage': 'Won', 'product': 'GTX Pro',
       'quantity': '2', 'attributes': {'region': 'west', 'discount': 0.10, 'seats': 3,
       'scores': [9, 10.0, null], 'flags': {'renewal': true}, 'nothing': null}}
      """;

  private Sales() {}

  static Variables won() {
    return event(WON);
  }

  static Variables event(String json) {
    try {
      SalesEvent data = ContractJson.mapper().readValue(json.replace('\'', '"'), SalesEvent.class);
      return EventVariables.of("dev.milepost.sales.deal.won", data);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  static Variables withAttributes(String attributes) {
    return event("{'occurredAt': '2017-10-05T08:30:00Z', 'attributes': " + attributes + "}");
  }

  static Variables withAttributes(Map<String, Object> attributes) {
    return EventVariables.of(
        "dev.milepost.sales.deal.won",
        new SalesEvent(
            Instant.EPOCH,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            attributes,
            null,
            null,
            null,
            null));
  }
}
