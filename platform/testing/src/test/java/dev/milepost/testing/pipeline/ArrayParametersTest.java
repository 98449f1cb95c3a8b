package dev.milepost.testing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the database reads from arrays is what it reads from the same values as text. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class ArrayParametersTest {
  @Inject Sql sql;

  @Test
  void decimalsArriveAsTheyAre() {
    BigDecimal[] decimals = Stream.concat(edges(), random()).toArray(BigDecimal[]::new);

    assertThat(
            sql.query(
                "SELECT value::text AS value FROM unnest(?::numeric[]) AS row (value)",
                row -> row.textOrNull("value"),
                (Object) decimals))
        .isEqualTo(
            Stream.of(decimals).map(one -> one == null ? null : one.toPlainString()).toList());
  }

  @Test
  void instantsArriveRoundedToTheMicrosecond() {
    Instant[] instants = {
      Instant.EPOCH,
      Instant.parse("1999-12-31T23:59:59.999999Z"),
      Instant.parse("2000-01-01T00:00:00Z"),
      null,
      Instant.parse("2017-10-01T12:34:56.123456499Z"),
      Instant.parse("2017-10-01T12:34:56.123456500Z"),
      Instant.parse("0001-01-01T00:00:00Z"),
      Instant.parse("9999-12-31T23:59:59.999999Z")
    };

    List<String> arrived =
        sql.query(
            "SELECT value FROM unnest(?::timestamptz[]) AS row (value)",
            row -> String.valueOf(row.instantOrNull("value")),
            (Object) instants);

    assertThat(arrived)
        .containsExactly(
            "1970-01-01T00:00:00Z",
            "1999-12-31T23:59:59.999999Z",
            "2000-01-01T00:00:00Z",
            "null",
            "2017-10-01T12:34:56.123456Z",
            "2017-10-01T12:34:56.123457Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999Z");
  }

  @Test
  void theEndsOfTimeAreInfinite() {
    Instant[] ends = {Instant.MIN, Instant.MAX};

    assertThat(
            sql.query(
                "SELECT value::text AS value FROM unnest(?::timestamptz[]) AS row (value)",
                row -> row.text("value"),
                (Object) ends))
        .containsExactly("-infinity", "infinity");
  }

  @Test
  void emptyArraysAreEmpty() {
    assertThat(
            sql.query(
                "SELECT value FROM unnest(?::numeric[]) AS row (value)",
                row -> row.decimal("value"),
                (Object) new BigDecimal[0]))
        .isEmpty();
  }

  private static Stream<BigDecimal> edges() {
    List<BigDecimal> edges = new ArrayList<>();
    edges.add(null);
    Stream.of(
            "0",
            "0.00",
            "0.0000",
            "1",
            "-1",
            "10000",
            "-9999",
            "0.05",
            "-0.00005",
            "1054.00",
            "99999999999999.9999",
            "999999999999999999",
            "-999999999999999999",
            "9999999999999999999",
            "0.000000000000000001",
            "1E+5",
            "1E+40",
            "123456789012345678.123456789012345678",
            "100000000",
            "1.0000",
            "0.1000",
            "-120000.5")
        .map(BigDecimal::new)
        .forEach(edges::add);
    return edges.stream();
  }

  private static Stream<BigDecimal> random() {
    Random random = new Random(2017);
    return Stream.generate(
            () -> new BigDecimal(new BigInteger(random.nextInt(1, 90), random), random.nextInt(25)))
        .flatMap(one -> Stream.of(one, one.negate()))
        .limit(2_000);
  }
}
