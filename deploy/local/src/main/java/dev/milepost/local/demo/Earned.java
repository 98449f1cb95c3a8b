package dev.milepost.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.Owner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one recipient has been granted, rewards in force only.
 *
 * @param rewards how many
 * @param cash sum of the cash rewards in USD
 * @param others the other rewards, in words
 */
record Earned(int rewards, BigDecimal cash, List<String> others) {
  static final Earned NOTHING = new Earned(0, BigDecimal.ZERO, List.of());

  /** Adds up rewards as incentive lists them. */
  static Map<Owner, Earned> byRecipient(List<JsonNode> rewards) {
    Map<Owner, Earned> earned = new HashMap<>();
    for (JsonNode reward : rewards) {
      JsonNode recipient = reward.path("recipient");
      Owner owner =
          new Owner(
              Owner.Type.valueOf(recipient.path("type").asText()), recipient.path("id").asText());
      earned.merge(owner, of(reward), Earned::plus);
    }
    return earned;
  }

  private static Earned of(JsonNode reward) {
    JsonNode amount = reward.path("amount").path("amount");
    return amount.isTextual()
        ? new Earned(1, new BigDecimal(amount.asText()), List.of())
        : new Earned(1, BigDecimal.ZERO, List.of(reward.path("description").asText()));
  }

  Earned plus(Earned other) {
    List<String> all = new ArrayList<>(others);
    all.addAll(other.others);
    return new Earned(rewards + other.rewards, cash.add(other.cash), List.copyOf(all));
  }
}
