package dev.milepost.runtime.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrictParametersTest {
  static Stream<Arguments> good() {
    return Stream.of(
        arguments(int.class, "7", 7),
        arguments(Long.class, "7", 7L),
        arguments(boolean.class, "true", true),
        arguments(BigDecimal.class, "-1.50", new BigDecimal("-1.50")),
        arguments(LocalDate.class, "2017-10-01", LocalDate.of(2017, 10, 1)),
        arguments(Instant.class, "1970-01-01T00:00:00Z", Instant.EPOCH),
        arguments(UUID.class, "00000000-0000-0000-0000-000000000001", new UUID(0, 1)),
        arguments(DayOfWeek.class, "MONDAY", DayOfWeek.MONDAY));
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        arguments(int.class, "7.0"),
        arguments(int.class, "9999999999"),
        arguments(boolean.class, "yes"),
        arguments(boolean.class, "TRUE"),
        arguments(BigDecimal.class, "1e999999999"),
        arguments(BigDecimal.class, "NaN"),
        arguments(LocalDate.class, "2017-02-30"),
        arguments(Instant.class, "2017-10-01"),
        arguments(UUID.class, "1"),
        arguments(DayOfWeek.class, "monday"));
  }

  @ParameterizedTest
  @MethodSource("good")
  void readsWhatIsWellFormed(Class<?> type, String text, Object expected) {
    assertThat(converter(type, "query").fromString(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void namesTheQueryParameterThatIsNot(Class<?> type, String text) {
    assertThatThrownBy(() -> converter(type, "query").fromString(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(CommonProblem.INVALID_REQUEST);
              assertThat(problem.violations().getFirst().parameter()).isEqualTo("name");
            });
  }

  @ParameterizedTest
  @MethodSource("bad")
  void aPathThatIsNotLeadsNowhere(Class<?> type, String text) {
    assertThatThrownBy(() -> converter(type, "path").fromString(text))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void leavesOtherTypesToTheirOwnFormat() {
    assertThat(new StrictParameters().getConverter(List.class, List.class, new Annotation[0]))
        .isNull();
  }

  private static ParamConverter<?> converter(Class<?> type, String method) {
    return new StrictParameters().getConverter(type, type, annotations(method));
  }

  private static Annotation[] annotations(String method) {
    return Stream.of(Annotated.class.getDeclaredMethods())
        .filter(candidate -> candidate.getName().equals(method))
        .findFirst()
        .orElseThrow()
        .getParameterAnnotations()[0];
  }

  private interface Annotated {
    void query(@QueryParam("name") String value);

    void path(@PathParam("name") String value);
  }
}
