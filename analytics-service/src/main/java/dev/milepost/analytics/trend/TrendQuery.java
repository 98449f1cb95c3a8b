package dev.milepost.analytics.trend;

import dev.milepost.contract.Grain;
import dev.milepost.contract.Owner;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What a trend is asked for.
 *
 * @param metric the metric's key
 * @param owner whose sales; none for the whole organisation
 * @param ownerType what the owner is; together with the owner
 * @param grain length of the periods
 * @param from a day of the first period; none for twelve periods in all
 * @param to the day after the last one; none for the period that is now
 */
record TrendQuery(
    @Parameter(description = "The metric's key.", required = true, example = "won-revenue")
        @QueryParam("metric")
        @Nullable String metric,
    @Parameter(
            description = "Id of the participant or team. Leave it out for the organisation.",
            example = "darcel-schlecht")
        @QueryParam("owner")
        @Nullable String owner,
    @Parameter(description = "What the owner is; needed with `owner`.", example = "PARTICIPANT")
        @QueryParam("ownerType")
        Owner.@Nullable Type ownerType,
    @Parameter(
            description =
                "Length of the periods. MONTH is a month of the fiscal year: in a calendar of"
                    + " weeks a period such as 2017-P10.",
            example = "QUARTER")
        @QueryParam("grain")
        @DefaultValue("MONTH")
        Grain grain,
    @Parameter(
            description =
                "A day of the first period, in the organisation's zone; periods are always whole."
                    + " Default: so that there are twelve.",
            example = "2016-10-01")
        @QueryParam("from")
        @Nullable LocalDate from,
    @Parameter(
            description =
                "The day after the last one asked for, in the organisation's zone. Default: the"
                    + " end of the period that is now.",
            example = "2018-01-01")
        @QueryParam("to")
        @Nullable LocalDate to) {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;

  TrendQuery {
    if (metric == null || metric.isBlank()) {
      throw fault().parameter("metric", "required");
    }
    if (owner == null != (ownerType == null)) {
      throw fault()
          .parameter(
              owner == null ? "owner" : "ownerType",
              "not-together",
              owner == null ? "ownerType" : "owner");
    }
    requireYear("from", from);
    requireYear("to", to);
  }

  /** The one whose sales are asked for; none for the whole organisation. */
  @Nullable Owner who() {
    return owner == null || ownerType == null ? null : new Owner(ownerType, owner);
  }

  private static void requireYear(String name, @Nullable LocalDate day) {
    if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
      throw fault()
          .parameter(
              name, "year-out-of-range", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
    }
  }

  private static ProblemException fault() {
    return ProblemException.of(CommonProblem.INVALID_REQUEST);
  }
}
