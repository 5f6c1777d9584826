package io.callbox.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What this module may import, and which of its packages may import which. */
final class ArchitectureTest {

  private static final ArchRule IMPORTS =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.callbox.contract..",
              "com.fasterxml.jackson.core..",
              "org.jspecify.annotations",
              "java..");

  private static final ArchRule FLOORS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("check")
          .definedBy("io.callbox.contract")
          .layer("compare")
          .definedBy("io.callbox.contract.compare")
          .layer("model")
          .definedBy("io.callbox.contract.model")
          .whereLayer("check")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("compare")
          .mayOnlyBeAccessedByLayers("check")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("check", "compare");

  @Test
  void importsPointDownAndToJacksonsCoreOnly() {
    JavaClasses product =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.callbox.contract");
    IMPORTS.check(product);
    FLOORS.check(product);
  }

  @Test
  void ruleFailsOnAKnownBadClass() {
    JavaClasses bad = new ClassFileImporter().importClasses(ContractCheckTest.class);
    assertThrows(AssertionError.class, () -> IMPORTS.check(bad));
  }

  @Test
  void classOnTheWrongFloorIsFound() {
    JavaClasses withWrong = new ClassFileImporter().importPackages("io.callbox.contract");
    String violations =
        assertThrows(AssertionError.class, () -> FLOORS.check(withWrong)).toString();
    assertTrue(violations.contains("WrongFloor"), violations);
  }
}
