package dev.milepost.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.ContractJson;
import dev.milepost.local.Persona;
import dev.milepost.local.Suite;
import dev.milepost.local.demo.ServiceClient;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A little competition beside the demo, with a metric, a plan and a goal of its own: who sells
 * 10,000 USD of one product gets 100 USD half-way and 100 USD at the end.
 *
 * @param product what is to be sold; different in each test, so that none disturbs another
 * @param goal the goal of the demo's rep
 */
record Sprint(String product, String goal) {
  static final String SELLER = Persona.REP.identity().subject();
  static final String COMPONENT = "sprint-";

  private static final String ORDER = "dev.milepost.sales.order.placed";

  /** Defines metric and plan, sets the goal and has it accepted. */
  static Sprint start(Suite suite, String product) {
    ServiceClient goals = new ServiceClient(suite.goals(), suite.tokens());
    ServiceClient incentive = new ServiceClient(suite.incentive(), suite.tokens());
    goals.create(Persona.SALES_OPS.identity(), "/v1/metrics", product, metric(product));
    JsonNode plan =
        incentive.create(
            Persona.SALES_OPS.identity(), "/v1/incentive-plans", product, plan(product));
    incentive.post(
        Persona.FINANCE.identity(),
        "/v1/incentive-plans/" + plan.path("id").asText() + "/activate",
        plan.path("version").asLong());
    JsonNode goal = goals.create(Persona.MANAGER.identity(), "/v1/goals", product, goal(product));
    String path = "/v1/goals/" + goal.path("id").asText();
    goals.post(Persona.MANAGER.identity(), path + "/propose");
    goals.post(Persona.REP.identity(), path + "/accept");
    return new Sprint(product, goal.path("id").asText());
  }

  /** An order of this product, as a CloudEvent in structured mode. */
  String order(String id, int amount) throws Exception {
    String time = "2017-12-30T10:00:00Z";
    return ContractJson.mapper()
        .writeValueAsString(
            Map.of(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                "/shop",
                "type",
                ORDER,
                "time",
                time,
                "datacontenttype",
                "application/json",
                "data",
                Map.of(
                    "occurredAt", time,
                    "participantId", SELLER,
                    "product", product,
                    "amount", usd(amount))));
  }

  private static Map<String, Object> metric(String product) {
    return Map.of(
        "key",
        product,
        "name",
        "Revenue of " + product,
        "unit",
        "USD",
        "aggregation",
        "SUM",
        "qualifies",
        "event.type == '%s' && event.product == '%s'".formatted(ORDER, product),
        "value",
        "event.amount");
  }

  private static Map<String, Object> plan(String product) {
    Map<String, Object> terms =
        Map.of(
            "validity", Map.of("from", "2017-10-01", "to", "2018-01-01"),
            "components", List.of(cashAt(product, 50), cashAt(product, 100)));
    return Map.of("name", "Sprint " + product, "currency", "USD", "terms", terms);
  }

  private static Map<String, Object> cashAt(String product, int percent) {
    return Map.of(
        "kind",
        "MILESTONE_REWARD",
        "id",
        COMPONENT + percent,
        "metric",
        product,
        "ownerType",
        "PARTICIPANT",
        "threshold",
        percent / 100.0,
        "rewardType",
        "CASH",
        "amount",
        usd(100));
  }

  private static Map<String, Object> goal(String product) {
    return Map.of(
        "statement",
        "Sell " + product,
        "owner",
        Map.of("type", "PARTICIPANT", "id", SELLER),
        "metric",
        product,
        "period",
        "2017-Q4",
        "target",
        10_000,
        "milestones",
        List.of(Map.of("threshold", 0.5), Map.of("threshold", 1)));
  }

  private static Map<String, Object> usd(int amount) {
    return Map.of("amount", new BigDecimal(amount), "currency", "USD");
  }
}
