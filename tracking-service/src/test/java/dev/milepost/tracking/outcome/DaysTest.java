package dev.milepost.tracking.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.runtime.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DaysTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** 23:30 UTC on the 28th is the 29th in Berlin. */
  private static final Instant NOW = Instant.parse("2017-10-28T23:30:00Z");

  @Test
  void areTheLastSevenUpToTodayWhenNothingIsAsked() {
    assertThat(Days.of(null, null, BERLIN, NOW))
        .isEqualTo(new Days(day("2017-10-23"), day("2017-10-30"), BERLIN));
  }

  @Test
  void beginAtMidnightOfTheZoneAlsoWhenTheClockIsPutBack() {
    Days days = Days.of(day("2017-10-29"), day("2017-10-31"), BERLIN, NOW);

    assertThat(days.starts())
        .containsExactly(
            Instant.parse("2017-10-28T22:00:00Z"), Instant.parse("2017-10-29T23:00:00Z"));
    assertThat(days.end()).isEqualTo(Instant.parse("2017-10-30T23:00:00Z"));
  }

  @Test
  void areAtLeastOneAndAtMostThirtyOne() {
    assertThat(Days.of(day("2017-10-01"), day("2017-11-01"), BERLIN, NOW).all()).hasSize(31);
    assertThatThrownBy(() -> Days.of(day("2017-10-01"), day("2017-11-02"), BERLIN, NOW))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Days.of(day("2017-10-01"), day("2017-10-01"), BERLIN, NOW))
        .isInstanceOf(ProblemException.class);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
