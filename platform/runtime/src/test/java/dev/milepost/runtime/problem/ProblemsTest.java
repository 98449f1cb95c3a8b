package dev.milepost.runtime.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private static final ProblemType UNKNOWN =
      new ProblemType() {
        @Override
        public String slug() {
          return "never-described";
        }

        @Override
        public int status() {
          return 418;
        }
      };

  @Test
  void typeIsAStableUri() {
    Problem problem = Problems.example(ProblemException.of(CommonProblem.STALE_VERSION));

    assertThat(problem.type()).hasToString("urn:milepost:problem:stale-version");
    assertThat(problem.status()).isEqualTo(412);
  }

  @Test
  void fillsValuesIntoTheMessagesOfBothLanguages() {
    ProblemException exception =
        ProblemException.of(CommonProblem.INVALID_REQUEST).parameter("limit", "page-size", 500);

    assertThat(Problems.describe(exception, Language.ENGLISH, null).violations())
        .containsExactly(new Problem.Violation(null, "limit", "page-size", "Must be 1 to 500."));
    assertThat(Problems.describe(exception, Language.CHINESE, null).violations())
        .containsExactly(new Problem.Violation(null, "limit", "page-size", "须在 1 到 500 之间。"));
  }

  @Test
  void numbersAreWrittenAsInJson() {
    Text text = Text.of("key", new BigDecimal("1E+6"), 1_000_000, null);

    assertThat(text.fill("{0} {1} <{2}>")).isEqualTo("1000000 1000000 <>");
  }

  @Test
  void valuesAreNotPatterns() {
    assertThat(Text.of("key", "$1 \\ {1}", "b").fill("{0}-{1}")).isEqualTo("$1 \\ {1}-b");
  }

  @Test
  void placeholderWithoutAValueStays() {
    assertThat(new Text("key", Map.of("max", "4")).fill("{min} to {max}")).isEqualTo("{min} to 4");
  }

  @Test
  void problemWithoutTextsIsStillAnswered() {
    Problem problem =
        Problems.example(ProblemException.of(UNKNOWN).violation("/a", "never-described"));

    assertThat(problem.title()).isEqualTo("never-described");
    assertThat(problem.violations().getFirst().message()).isEqualTo("never-described");
  }
}
