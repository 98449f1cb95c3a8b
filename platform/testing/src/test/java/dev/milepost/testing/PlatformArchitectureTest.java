package dev.milepost.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import java.util.Set;
import java.util.stream.Stream;

/** What services share keeps the same rules as they do. */
@AnalyzeClasses(
    packages = {
      "dev.milepost.contract",
      "dev.milepost.runtime",
      "dev.milepost.embedded",
      "dev.milepost.testing"
    },
    importOptions = ImportOption.DoNotIncludeTests.class)
class PlatformArchitectureTest {
  private static final Set<String> PARTS = Set.of("contract", "runtime", "embedded", "testing");

  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

  @ArchTest
  static void noPartIsLeftOut(JavaClasses classes) {
    Stream<String> packages = classes.stream().map(type -> type.getPackageName());

    assertThat(packages.map(name -> name.split("\\.", -1)[2]).distinct())
        .containsExactlyInAnyOrderElementsOf(PARTS);
  }
}
