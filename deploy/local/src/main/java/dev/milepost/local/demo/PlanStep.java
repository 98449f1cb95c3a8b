package dev.milepost.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.local.Persona;
import java.util.Optional;

/** Lets sales operations draft the incentive plan and finance activate it, unless that is done. */
final class PlanStep {
  private static final String PLANS = "/v1/incentive-plans";

  private final ServiceClient incentive;

  PlanStep(ServiceClient incentive) {
    this.incentive = incentive;
  }

  void run() {
    JsonNode plan = present().orElseGet(this::draft);
    JsonNode versions = plan.path("versions");
    if (versions.path(versions.size() - 1).path("state").asText().equals("DRAFT")) {
      String activate = PLANS + "/" + plan.path("id").asText() + "/activate";
      incentive.post(Persona.FINANCE.identity(), activate, plan.path("version").asLong());
    }
  }

  private Optional<JsonNode> present() {
    return incentive.list(Persona.FINANCE.identity(), PLANS).stream()
        .filter(plan -> plan.path("name").asText().equals(PayPlan.NAME))
        .findFirst();
  }

  private JsonNode draft() {
    return incentive.create(
        Persona.SALES_OPS.identity(), PLANS, "plan", PayPlan.request(MetricStep.WON_REVENUE));
  }
}
