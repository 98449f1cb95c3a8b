package dev.milepost.incentive.reward;

/** The bodies that the API document shows. */
final class RewardExamples {
  static final String REWARD =
      """
      {
        "rewardId": "0199f1d0-11aa-7b2c-8c7d-6e5f4a3b2c1d",
        "version": 1,
        "inForce": true,
        "recipient": {"type": "PARTICIPANT", "id": "darcel-schlecht"},
        "planId": "0199f1c2-7d1e-7c3a-9d53-2f6f0f1f7a10",
        "planVersion": 1,
        "componentId": "half-way",
        "kind": "MILESTONE_REWARD",
        "rewardType": "CASH",
        "amount": {"amount": "250.00", "currency": "USD"},
        "goalId": "0199f1b0-0d5e-7a11-8a52-94f5b2a1c0de",
        "milestoneId": "0199f1b0-0d5e-7a11-8a52-94f5b2a1c0de:0.5:1",
        "threshold": 0.5,
        "period": "2017-Q4",
        "earnedAt": "2017-11-15T10:00:00Z",
        "recordedAt": "2017-11-15T10:00:02Z"
      }
      """;

  static final String REWARDS = "{\"items\": [" + REWARD + "], \"next\": null}";

  static final String EXPLANATION =
      "{\"reward\": "
          + REWARD
          + """
          , "rule": {
            "planId": "0199f1c2-7d1e-7c3a-9d53-2f6f0f1f7a10",
            "planName": "Account executives 2017-Q4",
            "planVersion": 1,
            "approvedBy": "fiona",
            "activatedAt": "2017-09-25T14:00:00Z",
            "component": {
              "kind": "MILESTONE_REWARD", "id": "half-way", "metric": "won-revenue",
              "ownerType": "PARTICIPANT", "threshold": 0.5, "rewardType": "CASH",
              "amount": {"amount": "250.00", "currency": "USD"}
            }
          },
          "goal": {
            "goalId": "0199f1b0-0d5e-7a11-8a52-94f5b2a1c0de",
            "statement": "Win 100000 USD in the fourth quarter",
            "owner": {"type": "PARTICIPANT", "id": "darcel-schlecht"},
            "metric": "won-revenue", "metricVersion": 1, "unit": "USD", "period": "2017-Q4"
          },
          "progress": {
            "goalVersion": 1, "actual": "52000", "target": "100000", "attainment": 0.52,
            "fromSequence": 1, "toSequence": 2, "credited": "52000", "complete": true
          },
          "ledger": [
            {
              "id": "0199f1d0-11ab-7b2c-8c7d-6e5f4a3b2c1d",
              "rewardId": "0199f1d0-11aa-7b2c-8c7d-6e5f4a3b2c1d",
              "rewardVersion": 1,
              "recipient": {"type": "PARTICIPANT", "id": "darcel-schlecht"},
              "planId": "0199f1c2-7d1e-7c3a-9d53-2f6f0f1f7a10",
              "planVersion": 1,
              "componentId": "half-way",
              "goalId": "0199f1b0-0d5e-7a11-8a52-94f5b2a1c0de",
              "milestoneId": "0199f1b0-0d5e-7a11-8a52-94f5b2a1c0de:0.5:1",
              "period": "2017-Q4",
              "kind": "EARNING",
              "amount": {"amount": "250.00", "currency": "USD"},
              "earnedAt": "2017-11-15T10:00:00Z",
              "recordedAt": "2017-11-15T10:00:02Z",
              "correlationId": "1C1I7A6R",
              "causationId": "0199f1b0-0d5e-7a11-8a52-94f5b2a1c0de:0.5:1",
              "calculation": {
                "goalVersion": 1, "sequence": 2, "actual": "52000", "target": "100000",
                "attainment": 0.52, "steps": ["0.52 ≥ 0.5 → 250.00 USD"]
              }
            }
          ],
          "credits": {
            "items": [
              {
                "sequence": 1, "delta": "20000", "creditId": "/crm#1C1I7A6R#darcel-schlecht",
                "revision": 0, "participantId": "darcel-schlecht", "creditType": "DIRECT",
                "share": 1,
                "sale": {
                  "source": "/crm", "id": "1C1I7A6R", "type": "dev.milepost.sales.deal.won",
                  "occurredAt": "2017-10-20T00:00:00Z",
                  "amount": {"amount": "20000", "currency": "USD"}
                }
              }
            ],
            "next": "Mg"
          }
          }
          """;

  private RewardExamples() {}
}
