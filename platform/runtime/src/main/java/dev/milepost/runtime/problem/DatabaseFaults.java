package dev.milepost.runtime.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

/**
 * What an unforeseen failure of the database means to the caller: that it is away for now, that a
 * value cannot be stored, or nothing but that something went wrong.
 */
final class DatabaseFaults {
  /** Number, time and zone out of range, and characters that PostgreSQL has no place for. */
  private static final Set<String> UNSTORABLE =
      Set.of("22003", "22007", "22008", "22009", "22021", "22P05");

  private DatabaseFaults() {}

  static CommonProblem typeOf(Throwable failure) {
    return sqlCause(failure).map(DatabaseFaults::typeOf).orElse(CommonProblem.INTERNAL_ERROR);
  }

  private static CommonProblem typeOf(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    if (UNSTORABLE.contains(state)) {
      return CommonProblem.INVALID_REQUEST;
    }
    return isAway(failure, state) ? CommonProblem.UNAVAILABLE : CommonProblem.INTERNAL_ERROR;
  }

  /**
   * Connection failures (08), no room for one more (53), shut down or starting (57P). Without a
   * state it is no word of the database's: the pool had no connection in time.
   */
  private static boolean isAway(SQLException failure, String state) {
    return failure.getSQLState() == null
        || failure instanceof SQLTransientConnectionException
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P");
  }

  private static Optional<SQLException> sqlCause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
