package dev.milepost.goals.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.Dated;
import dev.milepost.goals.directory.Timeline.Span;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {

  @Test
  void neighboursDoNotOverlap() {
    assertThat(Timeline.firstOverlap(List.of(dated("a", null, 5), dated("b", 5, null)))).isEmpty();
    assertThat(Timeline.firstOverlap(List.of(dated("a", null, 6), dated("b", 5, null))))
        .contains(1);
  }

  @Test
  void overwritingCutsWhatHeldBefore() {
    List<Dated> before = List.of(dated("north", null, null));

    assertThat(Timeline.overwrite(before, "south", new Span(at(10), null)))
        .containsExactly(dated("north", null, 10), dated("south", 10, null));
    assertThat(Timeline.overwrite(before, "south", new Span(at(10), at(20))))
        .containsExactly(
            dated("north", null, 10), dated("south", 10, 20), dated("north", 20, null));
  }

  @Test
  void includingKeepsTheOthersAndJoinsWhatTouches() {
    List<Dated> before = List.of(dated("anna", 0, 10), dated("ben", null, null));

    assertThat(Timeline.include(before, "anna", new Span(at(10), null)))
        .containsExactlyInAnyOrder(dated("anna", 0, null), dated("ben", null, null));
  }

  @Property
  void overwritingTwiceIsOverwritingOnce(
      @ForAll("timelines") List<Dated> values, @ForAll("spans") Span span) {
    List<Dated> once = Timeline.overwrite(values, "x", span);

    assertThat(Timeline.overwrite(once, "x", span)).isEqualTo(once);
  }

  @Property
  void overwritingChangesNothingOutsideTheSpanAndAllInside(
      @ForAll("timelines") List<Dated> values, @ForAll("spans") Span span) {
    List<Dated> after = Timeline.overwrite(values, "x", span);

    for (int second = -1; second <= 101; second++) {
      Instant instant = at(second);
      Predicate<Dated> holds = dated -> dated.holdsAt(instant);
      if (new Dated("x", span.from(), span.to()).holdsAt(instant)) {
        assertThat(after).filteredOn(holds).extracting(Dated::value).containsExactly("x");
      } else {
        assertThat(after.stream().filter(holds).map(Dated::value).distinct())
            .containsExactlyInAnyOrderElementsOf(
                values.stream().filter(holds).map(Dated::value).distinct().toList());
      }
    }
  }

  @Property
  void overwritingWithATableTwiceIsOverwritingOnce(
      @ForAll("timelines") List<Dated> values, @ForAll("timelines") List<Dated> table) {
    List<Dated> once = overwritten(overwritten(List.of(), values), table);

    assertThat(overwritten(once, table)).isEqualTo(once);
  }

  @Property
  void includingTwiceIsIncludingOnce(
      @ForAll("timelines") List<Dated> values, @ForAll("spans") Span span) {
    List<Dated> once = Timeline.include(values, "a", span);

    assertThat(Timeline.include(once, "a", span)).isEqualTo(once);
  }

  private static List<Dated> overwritten(List<Dated> values, List<Dated> table) {
    List<Dated> result = values;
    for (Dated row : table) {
      result = Timeline.overwrite(result, row.value(), Timeline.span(row));
    }
    return result;
  }

  @Provide
  Arbitrary<Span> spans() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 99).injectNull(0.2),
            Arbitraries.integers().between(0, 99).injectNull(0.2))
        .as((from, to) -> new Span(from == null ? null : at(from), to == null ? null : at(to)))
        .filter(span -> !span.isEmpty());
  }

  @Provide
  Arbitrary<List<Dated>> timelines() {
    return Combinators.combine(Arbitraries.of("a", "b", "c"), spans())
        .as((value, span) -> new Dated(value, span.from(), span.to()))
        .list()
        .ofMaxSize(4);
  }

  private static Dated dated(String value, @Nullable Integer from, @Nullable Integer to) {
    return new Dated(value, from == null ? null : at(from), to == null ? null : at(to));
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }
}
