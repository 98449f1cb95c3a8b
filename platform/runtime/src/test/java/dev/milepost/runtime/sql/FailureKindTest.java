package dev.milepost.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureKindTest {

  @ParameterizedTest
  @CsvSource({
    "08006, true", // connection lost
    "40001, true", // serialisation failure
    "40P01, true", // deadlock
    "57P01, true", // database shutting down
    "53300, true", // too many connections
    "42P01, true", // a table is missing: no fault of the record
    "22003, false", // number out of range
    "23505, false", // unique constraint
    "54000, false", // too long for an index
    ", true" // the pool gave no connection
  })
  void tellsPassingTroubleByItsState(String state, boolean passing) {
    RuntimeException failure =
        new IllegalStateException(new RuntimeException(new SQLException("x", state)));

    assertThat(FailureKind.isPassing(failure)).isEqualTo(passing);
  }

  @Test
  void aCommitThatWasRolledBackPasses() {
    assertThat(FailureKind.isPassing(new RuntimeException(new RollbackException()))).isTrue();
  }

  @Test
  void memoryThatRanOutIsToldFromAnyOtherError() {
    assertThat(FailureKind.isExhaustion(new IllegalStateException(new OutOfMemoryError())))
        .isTrue();
    assertThat(FailureKind.isExhaustion(new StackOverflowError())).isFalse();
  }

  @Test
  void aFaultOfOurOwnDoesNotPass() {
    assertThat(FailureKind.isPassing(new NullPointerException())).isFalse();
  }
}
