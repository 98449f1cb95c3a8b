package dev.milepost.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.local.Persona;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Defines what is measured, unless it is defined already. */
final class MetricStep {
  /** Key of the metric that the demo's goals are on. */
  static final String WON_REVENUE = "won-revenue";

  private static final String WON = "event.type == 'dev.milepost.sales.deal.won'";
  private static final Map<String, Map<String, String>> METRICS =
      Map.of(
          WON_REVENUE,
          Map.of(
              "key", WON_REVENUE,
              "name", "Won revenue",
              "unit", "USD",
              "aggregation", "SUM",
              "qualifies", WON,
              "value", "event.amount"),
          "deals-won",
          Map.of(
              "key", "deals-won",
              "name", "Deals won",
              "unit", "COUNT",
              "aggregation", "COUNT",
              "qualifies", WON));

  private final ServiceClient goals;

  MetricStep(ServiceClient goals) {
    this.goals = goals;
  }

  /** Defines the metrics that are missing and answers the keys of all. */
  Set<String> run() {
    List<JsonNode> present = goals.list(Persona.SALES_OPS.identity(), "/v1/metrics");
    Set<String> keys =
        present.stream().map(metric -> metric.path("key").asText()).collect(Collectors.toSet());
    METRICS.forEach(
        (key, definition) -> {
          if (!keys.contains(key)) {
            goals.create(Persona.SALES_OPS.identity(), "/v1/metrics", "metric/" + key, definition);
          }
        });
    return METRICS.keySet();
  }
}
