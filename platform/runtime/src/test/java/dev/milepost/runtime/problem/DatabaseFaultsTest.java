package dev.milepost.runtime.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFaultsTest {
  @ParameterizedTest
  @CsvSource({
    "08006, UNAVAILABLE",
    "53300, UNAVAILABLE",
    "57P01, UNAVAILABLE",
    ", UNAVAILABLE", // the pool gave no connection
    "22003, INVALID_REQUEST",
    "22007, INVALID_REQUEST",
    "22009, INVALID_REQUEST",
    "22021, INVALID_REQUEST",
    "22P02, INTERNAL_ERROR",
    "23505, INTERNAL_ERROR",
    "42601, INTERNAL_ERROR"
  })
  void tellsAwayFromUnstorableFromOurOwnFault(String state, CommonProblem expected) {
    Throwable failure = new IllegalStateException(new SQLException("no", state));

    assertThat(DatabaseFaults.typeOf(failure)).isEqualTo(expected);
  }

  @Test
  void whatHasNothingToDoWithTheDatabaseIsAnInternalError() {
    assertThat(DatabaseFaults.typeOf(new IllegalStateException()))
        .isEqualTo(CommonProblem.INTERNAL_ERROR);
  }
}
