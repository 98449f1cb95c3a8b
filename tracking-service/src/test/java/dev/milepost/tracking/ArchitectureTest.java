package dev.milepost.tracking;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.milepost.testing.ArchitectureRules;

@AnalyzeClasses(
    packages = "dev.milepost.tracking",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests suite = ArchTests.in(ArchitectureRules.class);

  @ArchTest
  static final ArchRule features_stand_in_one_order =
      SlicesRuleDefinition.slices()
          .matching("dev.milepost.tracking.(*)..")
          .should()
          .beFreeOfCycles();
}
