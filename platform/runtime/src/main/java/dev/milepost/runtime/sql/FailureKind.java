package dev.milepost.runtime.sql;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.Set;

/** Tells trouble that passes from trouble that comes of what is to be done. */
public final class FailureKind {
  /**
   * SQLSTATE classes that are about the data of a statement: a value out of range, a violated
   * constraint, a text too long for an index. All others (connection, deadlock, resources,
   * shutdown, even a missing table) are about the state of the database, and the same record will
   * do once that is mended.
   */
  private static final Set<String> ABOUT_DATA = Set.of("22", "23", "54");

  private FailureKind() {}

  /** Whether the same will do once the database is there again, or has what it lacks. */
  public static boolean isPassing(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.length() < 2 || !ABOUT_DATA.contains(state.substring(0, 2));
      }
      if (cause instanceof RollbackException && cause.getCause() == null) {
        return true;
      }
    }
    return false;
  }

  /** Memory ran out. A smaller batch may do; that a single record is at fault cannot be told. */
  public static boolean isExhaustion(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }
}
