package dev.milepost.goals.directory;

import dev.milepost.contract.FiscalCalendar;
import dev.milepost.runtime.problem.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The columns {@code from} and {@code to} of a row. */
record SpanText(@Nullable String from, @Nullable String to) {

  Timeline.Span read(FiscalCalendar calendar, ProblemException faults) {
    Instant start = DatedValue.instant(from, "/from", calendar, faults);
    Instant end = DatedValue.instant(to, "/to", calendar, faults);
    Timeline.Span span = new Timeline.Span(start, end);
    if (span.isEmpty()) {
      faults.violation("/to", "end-not-after-start");
    }
    return span;
  }
}
