package dev.milepost.runtime.sql;

import java.sql.SQLException;

/** A statement failed; the cause says how. */
public final class SqlFailure extends RuntimeException {

  SqlFailure(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
