package dev.milepost.goals.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.Topic;
import dev.milepost.goals.calendar.CalendarSettings.CustomPeriod;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.versioning.IfMatch;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calendar and its topic change together or not at all. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class CalendarTransactionTest {
  private static final Cause CAUSE = Cause.first("test");

  @Inject Calendars calendars;
  @Inject TestBroker broker;

  @Test
  void aRollbackLeavesNeitherStateNorEvent() {
    CalendarChanged before = calendars.current();

    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          change("given-up");
                          throw new IllegalStateException("something fails before the commit");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(calendars.current()).isEqualTo(before);
    CalendarChanged after = change("kept");
    await().untilAsserted(() -> assertThat(told()).last().isEqualTo(after));
    assertThat(told()).extracting(CalendarChanged::version).doesNotHaveDuplicates();
    assertThat(told())
        .flatExtracting(CalendarChanged::customPeriods)
        .extracting("label")
        .doesNotContain("given-up");
  }

  @Test
  void anEventThatCannotBeAppendedLeavesTheStateAsItWas() {
    CalendarChanged before = calendars.current();

    assertThatThrownBy(() -> change("x".repeat(1_100_000))).hasMessageContaining("bytes");

    assertThat(calendars.current()).isEqualTo(before);
  }

  private CalendarChanged change(String label) {
    IfMatch current = new IfMatch("\"" + calendars.current().version() + "\"");
    CustomPeriod period = new CustomPeriod(label, "2017-11-01", "2017-11-12");
    return calendars.change(
        new CalendarSettings("UTC", 1, null, List.of(period), null, null, null), current, CAUSE);
  }

  private List<CalendarChanged> told() {
    return broker.records(Topic.DIRECTORY.topicName()).stream()
        .filter(record -> "calendar/fiscal".equals(record.key()))
        .map(record -> read(record.value()))
        .toList();
  }

  private static CalendarChanged read(byte[] value) {
    try {
      return ContractJson.mapper().readValue(value, CalendarChanged.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
