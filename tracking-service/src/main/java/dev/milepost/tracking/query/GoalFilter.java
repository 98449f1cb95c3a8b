package dev.milepost.tracking.query;

import dev.milepost.contract.Owner;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which goals a list is about. */
public record GoalFilter(
    @Parameter(description = "Label of the period.", example = "2017-Q4") @QueryParam("period")
        @Nullable String period,
    @Parameter(description = "Key of the metric.", example = "won-revenue") @QueryParam("metric")
        @Nullable String metric,
    @Parameter(description = "Kind of owner.") @QueryParam("ownerType")
        Owner.@Nullable Type ownerType,
    @Parameter(description = "Id of the owner.", example = "central") @QueryParam("owner")
        @Nullable String owner,
    @Parameter(description = "Id of the goal.") @QueryParam("goal") @Nullable String goal) {

  /** Narrows a query over the table goal, named g. */
  public Where narrow(Where where) {
    return where
        .andIf("g.period_label = ?", period)
        .andIf("g.metric_key = ?", metric)
        .andIf("g.owner_type = ?", ownerType)
        .andIf("g.owner_id = ?", owner)
        .andIf("g.goal_id = ?", goal);
  }
}
