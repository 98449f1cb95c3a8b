package dev.milepost.incentive.ledger;

/** The bodies that the API document shows. */
public final class LedgerExamples {
  /** A line. */
  public static final String LINE =
      """
      {
        "id": "0199f1d0-22ab-7b2c-8c7d-6e5f4a3b2c1d",
        "rewardId": "0199f1d0-22aa-7b2c-8c7d-6e5f4a3b2c1d",
        "rewardVersion": 2,
        "recipient": {"type": "PARTICIPANT", "id": "darcel-schlecht"},
        "planId": "0199f1c2-7d1e-7c3a-9d53-2f6f0f1f7a10",
        "planVersion": 1,
        "componentId": "attainment",
        "goalId": "0199f1b0-0d5e-7a11-8a52-94f5b2a1c0de",
        "period": "2017-Q4",
        "kind": "EARNING",
        "amount": {"amount": "1000.00", "currency": "USD"},
        "earnedAt": "2017-12-20T10:00:00Z",
        "recordedAt": "2017-12-20T10:00:02Z",
        "correlationId": "1C1I7A6R",
        "causationId": "0199f1b0-0d5e-7a11-8a52-94f5b2a1c0de:17",
        "calculation": {
          "goalVersion": 1, "sequence": 17, "actual": "120000", "target": "100000",
          "attainment": 1.2,
          "steps": [
            "payout(1.2) = 1 + 2 × (1.2 − 1) = 1.4",
            "5000.00 USD × 1 × 1.4 × 1 = 7000.00 USD",
            "7000.00 − 6000.00 = 1000.00 USD"
          ]
        }
      }
      """;

  static final String LINES = "{\"items\": [" + LINE + "], \"next\": null}";

  private LedgerExamples() {}
}
