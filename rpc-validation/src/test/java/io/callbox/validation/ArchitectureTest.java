package io.callbox.validation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What this module may import: the target of generated code, and the API alone of validation. */
final class ArchitectureTest {

  private static final ArchRule IMPORTS =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.callbox.annotation",
              "io.callbox.validation",
              "io.callbox.rpc",
              "com.fasterxml.jackson.core",
              "jakarta.validation..",
              "org.jspecify.annotations",
              "java..");

  @Test
  void providerOfValidationIsTheUsersChoice() {
    JavaClasses product =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.callbox.validation");
    assertTrue(product.contain(Validated.class));
    IMPORTS.check(product);
  }

  @Test
  void ruleFailsOnAKnownBadClass() {
    JavaClasses bad = new ClassFileImporter().importClasses(ValidatedTest.class);
    String violations = assertThrows(AssertionError.class, () -> IMPORTS.check(bad)).toString();
    assertTrue(violations.contains("org.hibernate.validator"), violations);
  }
}
