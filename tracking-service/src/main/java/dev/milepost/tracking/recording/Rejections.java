package dev.milepost.tracking.recording;

import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Rejection;
import dev.milepost.tracking.exchange.RateKey;
import dev.milepost.tracking.sale.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Why an event goes to quarantine: codes as in the HTTP API, in the spelling of reasons. */
final class Rejections {
  private Rejections() {}

  static Rejection invalid(ReceivedEvent event, List<Violation> violations) {
    String detail =
        violations.stream()
            .map(violation -> violation.pointer() + ": " + violation.code())
            .collect(Collectors.joining("; "));
    return new Rejection(event, reason(violations.getFirst().code()), detail);
  }

  static Rejection conflict(ReceivedEvent event) {
    return new Rejection(
        event, "CONFLICT", "an event of this source and id is recorded with other content");
  }

  static Rejection noExchangeRate(ReceivedEvent event, Set<RateKey> missing) {
    String detail =
        missing.stream().map(key -> "there is no " + key).collect(Collectors.joining("; "));
    return new Rejection(event, "NO_EXCHANGE_RATE", detail);
  }

  private static String reason(String code) {
    return code.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
