package dev.milepost.runtime.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                               | ENGLISH
          zh                   | CHINESE
          zh-CN                | CHINESE
          zh-Hans-CN, en       | CHINESE
          ZH-cn                | CHINESE
          en;q=0.3, zh;q=0.7   | CHINESE
          en, zh               | ENGLISH
          zh;q=0, en;q=0.1     | ENGLISH
          de-DE                | ENGLISH
          de, zh;q=0.1         | CHINESE
          *                    | ENGLISH
          zhx                  | ENGLISH
          q=;,;                | ENGLISH
          """)
  void answersInWhatTheCallerPrefersAmongOurs(@Nullable String header, Language expected) {
    assertThat(Language.preferred(header)).isEqualTo(expected);
  }
}
