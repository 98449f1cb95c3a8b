package dev.milepost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

  @Test
  void isWhatInstantsThemselvesWriteAndRead() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long second = random.nextLong(-70_000_000_000L, 270_000_000_000L);
      int[] nanos = {0, 1_000_000, 25_000_000, 1_000, 123_456_000, 1, 999_999_999};
      Instant instant = Instant.ofEpochSecond(second, nanos[i % nanos.length]);

      assertThat(InstantText.of(instant)).isEqualTo(instant.toString());
      assertThat(InstantText.parse(instant.toString())).isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017-11-05T10:00:00Z",
        "2017-11-05T10:00:00.2Z",
        "2017-11-05T10:00:00.123456789Z",
        "2017-11-05T10:00:00+08:00",
        "2017-11-05T24:00:00Z",
        "2016-12-31T23:59:60Z",
        "+12017-11-05T10:00:00Z",
        "2016-02-29T00:00:00Z"
      })
  void readsEveryForm(String text) {
    assertThat(InstantText.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2017-02-29T00:00:00Z",
        "2017-13-01T00:00:00Z",
        "2017-11-05T10:60:00Z",
        "2017-11-05T10:00Z",
        "2017-11-05 10:00:00Z",
        "2017-11-05T10:00:00",
        "2017-11-05T10:00:00.1234567890Z",
        "2017-11-05T10:00:00:5Z",
        "2017-11-05T10:00:00.5.Z"
      })
  void refusesWhatIsNoInstant(String text) {
    assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
