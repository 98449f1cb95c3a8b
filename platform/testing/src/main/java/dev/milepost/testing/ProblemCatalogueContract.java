package dev.milepost.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A service's problems can be told in both languages, completely. A service extends this:
 *
 * <pre>{@code
 * class GoalsProblemTest extends ProblemCatalogueContract {
 *   GoalsProblemTest() {
 *     super(GoalsProblem.values());
 *   }
 * }
 * }</pre>
 */
public abstract class ProblemCatalogueContract {
  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private final List<ProblemType> types;
  private final Properties english;
  private final Properties chinese;

  /** With the texts of a service, {@code messages/problems}. */
  protected ProblemCatalogueContract(ProblemType[] types) {
    this("problems", types);
  }

  ProblemCatalogueContract(String bundle, ProblemType[] types) {
    this.types = List.of(types);
    this.english = read(bundle + ".properties");
    this.chinese = read(bundle + "_zh.properties");
  }

  @Test
  void slugsAreKebabCaseAndMeanOneThing() {
    assertThat(types)
        .extracting(ProblemType::slug)
        .doesNotHaveDuplicates()
        .allMatch(slug -> KEBAB.matcher(slug).matches());
    assertThat(types)
        .filteredOn(type -> !(type instanceof CommonProblem))
        .extracting(ProblemType::slug)
        .doesNotContainAnyElementsOf(
            Arrays.stream(CommonProblem.values()).map(CommonProblem::slug).toList());
  }

  @Test
  void statusesAreFailures() {
    assertThat(types).extracting(ProblemType::status).allMatch(s -> s >= 400 && s <= 599);
  }

  @Test
  void everyProblemHasATitle() {
    assertThat(english.stringPropertyNames())
        .containsAll(types.stream().map(type -> type.slug() + ".title").toList());
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
  }

  @Test
  void bothLanguagesFillInTheSameValues() {
    for (String key : english.stringPropertyNames()) {
      assertThat(placeholders(chinese, key)).as(key).isEqualTo(placeholders(english, key));
    }
  }

  @Test
  void eachTextIsInItsLanguage() {
    for (String key : english.stringPropertyNames()) {
      assertThat(english.getProperty(key)).as(key).isNotBlank().doesNotContainPattern(HAN);
      assertThat(chinese.getProperty(key)).as(key).containsPattern(HAN);
    }
  }

  private static List<String> placeholders(Properties texts, String key) {
    return PLACEHOLDER
        .matcher(texts.getProperty(key, ""))
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  private Properties read(String file) {
    ClassLoader loader = getClass().getClassLoader();
    Properties texts = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(loader.getResourceAsStream("messages/" + file), file),
            StandardCharsets.UTF_8)) {
      texts.load(in);
      return texts;
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }
}
