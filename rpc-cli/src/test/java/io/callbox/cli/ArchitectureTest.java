package io.callbox.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The command uses what the other modules export, as any other program may. */
final class ArchitectureTest {

  private static final String PRODUCT = "io.callbox.cli";

  @Test
  void nothingInternalIsUsed() {
    JavaClasses classes =
        new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(PRODUCT);
    ArchRule rule = nothingOf("io.callbox.internal..", "org.redisson..");
    rule.check(classes);
    assertThrows(
        AssertionError.class, () -> nothingOf("io.callbox.node..").check(classes), "a known use");
  }

  private static ArchRule nothingOf(String... packages) {
    return noClasses().should().dependOnClassesThat().resideInAnyPackage(packages);
  }

  @Test
  void packagesHaveNoRings() {
    noRings(PRODUCT)
        .check(
            new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages(PRODUCT));
    String bad = PRODUCT + ".ring";
    JavaClasses ring = new ClassFileImporter().importPackages(bad);
    assertThrows(AssertionError.class, () -> noRings(bad).check(ring));
  }

  private static ArchRule noRings(String root) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }
}
