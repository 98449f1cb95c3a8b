package dev.milepost.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule passes good code and finds the one fault of the bad code made for it. */
class ArchitectureRulesTest {
  private static JavaClasses good;
  private static JavaClasses bad;

  @BeforeAll
  static void compile(@TempDir Path directory) throws Exception {
    good = compiled("good", directory);
    bad = compiled("bad", directory);
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        argumentSet("packages", ArchitectureRules.packages_are_named_after_features, "util.Texts"),
        argumentSet(
            "services", ArchitectureRules.services_do_not_know_each_other, "tracking.sale.Peeking"),
        argumentSet("platform", ArchitectureRules.platform_knows_no_service, "runtime.Knowing"),
        argumentSet("plain rules", ArchitectureRules.rules_are_plain_java, "goals.goal.FramedRule"),
        argumentSet("time", ArchitectureRules.time_and_ids_come_from_one_place, "TimeTaker"),
        argumentSet("instants", ArchitectureRules.time_and_ids_come_from_one_place, "InstantTaker"),
        argumentSet("ids", ArchitectureRules.time_and_ids_come_from_one_place, "IdTaker"),
        argumentSet(
            "constructors", ArchitectureRules.beans_get_what_they_need_by_constructor, "FieldFed"),
        argumentSet("roles", ArchitectureRules.endpoints_say_who_may_call_them, "Unguarded"),
        argumentSet("openness", ArchitectureRules.nothing_is_open_to_everybody, "WideOpen"),
        argumentSet(
            "entities",
            ArchitectureRules.entities_and_repositories_stay_inside_their_feature,
            "PublicEntity"),
        argumentSet(
            "repositories",
            ArchitectureRules.entities_and_repositories_stay_inside_their_feature,
            "PublicRepository"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsTheFault(ArchRule rule, String culprit) {
    assertThat(rule.evaluate(bad).getFailureReport().toString()).contains(culprit);
  }

  @Test
  void findsAnotherServiceThatIsNotLookedAt() {
    JavaClasses alone =
        bad.that(resideInAPackage("dev.milepost.tracking..").as("one service's classes"));

    assertThat(ArchitectureRules.services_do_not_know_each_other.evaluate(alone).hasViolation())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void passesGoodCode(ArchRule rule, String culprit) {
    assertThat(rule.evaluate(good).getFailureReport().getDetails()).isEmpty();
  }

  private static JavaClasses compiled(String name, Path directory) throws Exception {
    Path source = Path.of("src/test/resources/architecture", name);
    Path target = directory.resolve(name);
    SourceTree.compile(source, target);
    return new ClassFileImporter().importPath(target);
  }
}
