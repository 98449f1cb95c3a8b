package dev.milepost.goals.problem;

import dev.milepost.runtime.problem.ProblemType;

/** Every problem type of this service's own. The slug is part of the API and never changes. */
public enum GoalsProblem implements ProblemType {
  /** A participant that contradicts itself or the directory. */
  PARTICIPANT_INVALID("participant-invalid", 422),
  /** A team that contradicts itself or the directory. */
  TEAM_INVALID("team-invalid", 422),
  /** A row of a table that lacks something or has it in the wrong form. */
  ROW_INVALID("row-invalid", 422),
  /** A CSV file that cannot be read at all. */
  IMPORT_UNREADABLE("import-unreadable", 400),
  /** A calendar that contradicts itself. */
  CALENDAR_INVALID("calendar-invalid", 422),
  /** A metric that could not be evaluated. */
  METRIC_INVALID("metric-invalid", 422),
  /** A metric with this key is there already. */
  METRIC_EXISTS("metric-exists", 409),
  /** A goal that contradicts itself, or names something that is not there. */
  GOAL_INVALID("goal-invalid", 422),
  /** A goal that is not specific, measurable or time-bound enough to be proposed. */
  GOAL_NOT_READY("goal-not-ready", 422),
  /** Baselines are given; computing them from history is not supported yet. */
  BASELINE_SOURCE_NOT_SUPPORTED("baseline-source-not-supported", 422),
  /** The goal is not in a state that allows this. */
  WRONG_STATE("wrong-state", 409),
  /** The goal's period is over. */
  PERIOD_OVER("period-over", 422),
  /** Nobody decides about what they wrote or proposed themselves. */
  OWN_GOAL("own-goal", 403),
  /** Somebody else has to decide. */
  NOT_THE_APPROVER("not-the-approver", 403),
  /** Only the owner accepts a goal. */
  NOT_THE_OWNER("not-the-owner", 403),
  /** Only somebody above the owner may do this. */
  NOT_ABOVE_OWNER("not-above-owner", 403),
  /** Another revision waits for its decision. */
  REVISION_PENDING("revision-pending", 409),
  /** There is no revision to decide about. */
  NO_REVISION_PENDING("no-revision-pending", 409);

  private final String slug;
  private final int status;

  GoalsProblem(String slug, int status) {
    this.slug = slug;
    this.status = status;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }
}
