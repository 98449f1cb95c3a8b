package dev.milepost.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.runtime.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final UUID ID = new UUID(1, 2);
  private static final Instant AT = Instant.parse("2017-10-01T00:00:00.123456Z");

  @Property
  void anyTextComesBack(@ForAll @StringLength(max = 50) String text) {
    String clean = text.replaceAll("[\u0000\u001f\\p{Cs}]", "");

    assertThat(Cursor.decode(Cursor.of(clean, "b").encode()).text(0)).isEqualTo(clean);
  }

  @Test
  void partsComeBackWithTheirTypes() {
    Cursor cursor =
        Cursor.decode(Cursor.of(ID, AT, LocalDate.EPOCH, new BigDecimal("1.50"), 7L).encode());

    assertThat(cursor.uuid(0)).isEqualTo(ID);
    assertThat(cursor.instant(1)).isEqualTo(AT);
    assertThat(cursor.date(2)).isEqualTo(LocalDate.EPOCH);
    assertThat(cursor.decimal(3)).isEqualTo("1.50");
    assertThat(cursor.number(4)).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "gA", "AA", "a b"})
  void whatWeNeverGaveOutIsRefused(String text) {
    assertThatThrownBy(() -> Cursor.decode(text)).satisfies(CursorTest::isInvalid);
  }

  @Test
  void partOfAnotherTypeIsRefused() {
    Cursor cursor = Cursor.of("abc");

    assertThatThrownBy(() -> cursor.uuid(0)).satisfies(CursorTest::isInvalid);
    assertThatThrownBy(() -> cursor.instant(0)).satisfies(CursorTest::isInvalid);
    assertThatThrownBy(() -> cursor.number(0)).satisfies(CursorTest::isInvalid);
    assertThatThrownBy(() -> cursor.text(1)).satisfies(CursorTest::isInvalid);
  }

  @Test
  void decimalThatWouldFillTheMemoryIsRefused() {
    String bomb =
        Base64.getUrlEncoder().encodeToString("1e999999999".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Cursor.decode(bomb).decimal(0)).satisfies(CursorTest::isInvalid);
  }

  private static void isInvalid(Throwable thrown) {
    assertThat(thrown).isInstanceOf(ProblemException.class);
    assertThat(((ProblemException) thrown).violationCodes()).containsExactly("invalid-cursor");
  }
}
