package dev.milepost.testing.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.milepost.contract.EventType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records as other systems send them. */
final class Records {
  private Records() {}

  static String newId() {
    return UUID.randomUUID().toString();
  }

  static Map<String, String> headers(EventType type, String id) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id);
    headers.put("ce_source", "/test");
    headers.put("ce_type", type.typeName());
    return headers;
  }

  static byte[] reward(String amount, @Nullable String reason) {
    return """
    {"rewardId":"r","version":1,"recipient":{"type":"PARTICIPANT","id":"p"},"planId":"pl",
     "planVersion":1,"componentId":"c","kind":"MILESTONE_REWARD","rewardType":"CASH",
     "amount":{"amount":"%s","currency":"USD"},"goalId":"g","period":"2017-Q4",
     "earnedAt":"2017-10-01T00:00:00Z","recordedAt":"2017-10-01T00:00:00Z"%s}
    """
        .formatted(amount, reason == null ? "" : ",\"reason\":\"" + reason + "\"")
        .getBytes(UTF_8);
  }
}
