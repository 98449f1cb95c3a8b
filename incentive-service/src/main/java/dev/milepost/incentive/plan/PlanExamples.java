package dev.milepost.incentive.plan;

/** The bodies that the API document shows. */
final class PlanExamples {
  static final String TERMS =
      """
      {
        "validity": {"from": "2017-10-01", "to": "2018-01-01"},
        "targetIncentive": {"amount": "5000.00", "currency": "USD"},
        "targetIncentiveOverrides": {"darcel-schlecht": {"amount": "8000.00", "currency": "USD"}},
        "components": [
          {
            "kind": "MILESTONE_REWARD", "id": "half-way", "metric": "won-revenue",
            "ownerType": "PARTICIPANT", "threshold": 0.5, "rewardType": "CASH",
            "amount": {"amount": "250.00", "currency": "USD"}
          },
          {
            "kind": "MILESTONE_REWARD", "id": "team-dinner", "metric": "won-revenue",
            "ownerType": "TEAM", "threshold": 1, "rewardType": "TEAM_ACTIVITY",
            "description": "Dinner for the whole team"
          },
          {
            "kind": "ATTAINMENT_PAY", "id": "attainment", "metric": "won-revenue", "weight": 1,
            "settlement": "EACH_EVENT",
            "payCurve": {
              "pieces": [
                {"from": 0.5, "payoutAtFrom": 0.5, "slope": 1},
                {"from": 1, "payoutAtFrom": 1, "slope": 2}
              ],
              "cap": 3
            }
          }
        ]
      }
      """;

  static final String NEW_PLAN =
      "{\"name\": \"Account executives 2017-Q4\", \"currency\": \"USD\", \"terms\": " + TERMS + "}";

  static final String PLAN =
      """
      {
        "id": "0199f1c2-7d1e-7c3a-9d53-2f6f0f1f7a10",
        "name": "Account executives 2017-Q4",
        "currency": "USD",
        "version": 2,
        "versions": [
          {
            "number": 1, "state": "ACTIVE", "authors": ["olga"],
            "draftedAt": "2017-09-20T09:30:00Z",
            "approvedBy": "fiona", "activatedAt": "2017-09-25T14:00:00Z",
            "terms": """
          + TERMS
          + "}]}";

  static final String PLANS = "{\"items\": [" + PLAN + "], \"next\": null}";

  static final String VERIFICATION =
      """
      {
        "planVersion": 1,
        "passed": true,
        "findings": [
          {
            "severity": "REMARK", "code": "cliff", "componentId": "attainment",
            "message": "Component attainment: at attainment 0.5 pay jumps from 0 to 0.5."
          }
        ]
      }
      """;

  private PlanExamples() {}
}
