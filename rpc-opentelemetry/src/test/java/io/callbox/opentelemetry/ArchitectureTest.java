package io.callbox.opentelemetry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What this module may import: calls, and the API alone of OpenTelemetry. */
final class ArchitectureTest {

  private static final ArchRule IMPORTS =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.callbox.opentelemetry",
              "io.callbox.rpc",
              "io.opentelemetry.api..",
              "io.opentelemetry.context..",
              "org.jspecify.annotations",
              "java.lang",
              "java.time",
              "java.util..");

  @Test
  void backendIsTheUsersChoice() {
    JavaClasses product =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.callbox.opentelemetry");
    assertTrue(product.contain(TracedCalls.class));
    IMPORTS.check(product);
  }

  @Test
  void ruleFailsOnAKnownBadClass() {
    JavaClasses bad = new ClassFileImporter().importClasses(TracedCallsTest.class);
    String violations = assertThrows(AssertionError.class, () -> IMPORTS.check(bad)).toString();
    assertTrue(violations.contains("io.opentelemetry.sdk"), violations);
  }
}
