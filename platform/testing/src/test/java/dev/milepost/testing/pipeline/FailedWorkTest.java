package dev.milepost.testing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.testing.SuiteResource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log says when scheduled work fails again and again. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class FailedWorkTest {
  @Inject Work work;

  private final Log log = new Log();

  /** Fails as long as it is told to. */
  @ApplicationScoped
  static class Work {
    private volatile @Nullable RuntimeException fault;

    @Scheduled(every = "1s")
    void run() {
      RuntimeException now = fault;
      if (now != null) {
        throw now;
      }
    }

    void failWith(@Nullable RuntimeException fault) {
      this.fault = fault;
    }
  }

  private static final class Log extends Handler {
    private final List<LogRecord> failures = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      if (line.getLevel().intValue() >= Level.WARNING.intValue()
          && line.getLoggerName().contains(".schedule")) {
        failures.add(line);
      }
    }

    List<LogRecord> await() {
      Awaitility.await().until(() -> !failures.isEmpty());
      return failures;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(log);
  }

  @AfterEach
  void rest() {
    work.failWith(null);
    Logger.getLogger("").removeHandler(log);
  }

  @Test
  void aDatabaseThatIsAwayTakesALine() {
    work.failWith(new IllegalStateException(new SQLException("connection refused", "08001")));

    assertThat(log.await())
        .allSatisfy(
            line -> {
              assertThat(line.getMessage()).contains("is tried again");
              assertThat(line.getThrown()).isNull();
            });
  }

  @Test
  void aFaultOfOursComesWithItsTrace() {
    work.failWith(new IllegalStateException("a bug"));

    assertThat(log.await())
        .singleElement()
        .satisfies(line -> assertThat(line.getThrown()).hasRootCauseMessage("a bug"));
  }
}
