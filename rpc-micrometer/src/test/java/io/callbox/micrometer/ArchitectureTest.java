package io.callbox.micrometer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What this module may import: what a node shows, and the API alone of Micrometer. */
final class ArchitectureTest {

  private static final ArchRule IMPORTS =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.callbox.micrometer",
              "io.callbox.node",
              "io.callbox.rpc",
              "io.micrometer.core.instrument",
              "io.micrometer.core.instrument.binder",
              "org.jspecify.annotations",
              "java.lang",
              "java.time",
              "java.util..");

  @Test
  void backendIsTheUsersChoice() {
    JavaClasses product =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.callbox.micrometer");
    assertTrue(product.contain(CallMeters.class));
    IMPORTS.check(product);
  }

  @Test
  void ruleFailsOnAKnownBadClass() {
    JavaClasses bad = new ClassFileImporter().importClasses(CallMetersTest.class);
    String violations = assertThrows(AssertionError.class, () -> IMPORTS.check(bad)).toString();
    assertTrue(violations.contains("io.micrometer.core.instrument.simple"), violations);
  }
}
