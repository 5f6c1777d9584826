package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The backend, or the provider, of what a small module joins is its user's choice. */
final class SmallModulesTest {

  static List<SmallModule> modules() {
    return SmallModule.ALL;
  }

  @ParameterizedTest
  @MethodSource("modules")
  void backendIsTheUsersChoice(SmallModule module) {
    JavaClasses product =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages(module.part().getPackageName());
    assertTrue(product.contain(module.part()));
    module.rule().check(product);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void ruleFailsOnAKnownBadClass(SmallModule module) {
    JavaClasses bad = new ClassFileImporter().importClasses(module.bad());
    String violations =
        assertThrows(AssertionError.class, () -> module.rule().check(bad)).toString();
    assertTrue(violations.contains(module.found()), violations);
  }
}
