package io.callbox.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.callbox.testkit.history.HistoryBesideANetwork;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The parts of the kit can be read, and used, without each other. */
final class ArchitectureTest {

  private static final JavaClasses KIT =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  private static final ArchRule JUNIT_IN_ONE_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..testkit.junit..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.junit..");

  private static final ArchRule PARTS_STAND_ALONE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..testkit.history..", "..testkit.process..", "..testkit.redis..", "..testkit.time..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..testkit", "..testkit.network..", "..testkit.contract..");

  @Test
  void onlyOnePackageKnowsJUnit() {
    JUNIT_IN_ONE_PACKAGE.check(KIT);
    assertFinds(JUNIT_IN_ONE_PACKAGE, ArchitectureTest.class);
  }

  @Test
  void historiesProcessesTimeAndRedisStandAlone() {
    PARTS_STAND_ALONE.check(KIT);
    assertFinds(PARTS_STAND_ALONE, HistoryBesideANetwork.class);
  }

  @Test
  void packagesHaveNoRings() {
    noRings("io.callbox.testkit").check(KIT);
    JavaClasses ring = new ClassFileImporter().importPackages("io.callbox.testkit.ring");
    assertThrows(AssertionError.class, () -> noRings("io.callbox.testkit.ring").check(ring));
  }

  private static ArchRule noRings(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  private static void assertFinds(ArchRule rule, Class<?> bad) {
    JavaClasses classes = new ClassFileImporter().importClasses(bad);
    assertThrows(AssertionError.class, () -> rule.check(classes));
  }
}
