package dev.milepost.goals.directory;

import dev.milepost.contract.Dated;
import dev.milepost.contract.FiscalCalendar;
import dev.milepost.runtime.problem.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A value and the time in which it holds, as clients write it. */
@Schema(name = "DatedValue", description = "A value that holds from `from` to before `to`.")
record DatedValue(
    @Schema(description = "What holds: an id or a role.", examples = "team-west")
        @NotBlank
        @Size(max = LONGEST)
        String value,
    @Schema(
            description = "Date (00:00 in the organisation's zone) or instant. Absent: since ever.",
            examples = "2017-01-01")
        @Nullable String from,
    @Schema(description = "Date or instant. Absent: until further notice.") @Nullable String to) {
  static final int LONGEST = 100;

  /**
   * The values in the published language.
   *
   * @param faults takes what is wrong with them
   */
  static List<Dated> read(
      @Nullable List<DatedValue> values,
      String pointer,
      FiscalCalendar calendar,
      ProblemException faults) {
    List<Dated> result = new ArrayList<>();
    List<DatedValue> given = values == null ? List.of() : values;
    for (int i = 0; i < given.size(); i++) {
      result.add(given.get(i).read(pointer + "/" + i, calendar, faults));
    }
    return result;
  }

  private Dated read(String pointer, FiscalCalendar calendar, ProblemException faults) {
    Instant start = instant(from, pointer + "/from", calendar, faults);
    Instant end = instant(to, pointer + "/to", calendar, faults);
    if (start != null && end != null && !start.isBefore(end)) {
      faults.violation(pointer + "/to", "end-not-after-start");
    }
    return new Dated(value, start, end);
  }

  static @Nullable Instant instant(
      @Nullable String text, String pointer, FiscalCalendar calendar, ProblemException faults) {
    if (text == null) {
      return null;
    }
    Optional<Instant> instant = calendar.instant(text);
    if (instant.isEmpty()) {
      faults.violation(pointer, "date-or-instant");
    }
    return instant.orElse(null);
  }

  /** A dated value as clients see it. */
  @Schema(name = "DatedValueView")
  record View(
      @Schema(examples = "team-west") String value,
      @Schema(examples = "2017-01-01T00:00:00Z") @Nullable Instant from,
      @Nullable Instant to) {

    static List<View> of(List<Dated> values) {
      return values.stream()
          .map(dated -> new View(dated.value(), dated.from(), dated.to()))
          .toList();
    }
  }
}
