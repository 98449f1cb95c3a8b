package dev.milepost.runtime.access;

/** The roles that a token can carry. */
public final class Roles {
  /** Sells; sees own rows and the totals of the teams above. */
  public static final String REP = "rep";

  /** Leads teams; sees everything below them. */
  public static final String MANAGER = "manager";

  /** Configures metrics, goals and plans; sees all goals and progress. */
  public static final String SALES_OPS = "sales-ops";

  /** Approves and pays; sees all progress and rewards. */
  public static final String FINANCE = "finance";

  /** Another system: publishes events, says until when they are complete, and sees nothing else. */
  public static final String INTEGRATION = "integration";

  private Roles() {}
}
