package io.callbox.arch;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The floors within one package: which of the packages below it each may use. Each package has a
 * floor; the package itself, if it has classes, is above all others.
 */
final class Floors {

  private static final String TOP = "(top)";

  private final String within;
  private final Map<String, String[]> uses = new LinkedHashMap<>();

  private Floors(String within) {
    this.within = within;
  }

  /**
   * Begins at the top.
   *
   * @param within the package, without the part that good and bad classes have in common
   */
  static Floors within(String within) {
    return new Floors(within);
  }

  /** Adds a package, and all those that it may use. */
  Floors floor(String name, String... below) {
    uses.put(name, below);
    return this;
  }

  /** Checks the product; a known class shows that it is looked at. */
  void check(String known) {
    String root = "io.callbox." + within;
    JavaClasses classes =
        new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(root);
    assertTrue(classes.contain(root + "." + known), known);
    rule(root).check(classes);
  }

  /** Checks that the rule finds this bad class. */
  void assertFinds(String bad) {
    String root = "io.callbox.arch.bad." + within;
    JavaClasses classes = new ClassFileImporter().importPackages(root);
    assertFalse(classes.isEmpty());
    AssertionError found = assertThrows(AssertionError.class, () -> rule(root).check(classes));
    assertTrue(String.valueOf(found.getMessage()).contains(bad), found.getMessage());
  }

  private ArchRule rule(String root) {
    LayeredArchitecture floors =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    floors = floors.layer(TOP).definedBy(root);
    for (String each : uses.keySet()) {
      floors = floors.layer(each).definedBy(root + "." + each);
    }
    for (Map.Entry<String, String[]> each : uses.entrySet()) {
      floors =
          each.getValue().length == 0
              ? floors.whereLayer(each.getKey()).mayNotAccessAnyLayer()
              : floors.whereLayer(each.getKey()).mayOnlyAccessLayers(each.getValue());
    }
    return floors.ensureAllClassesAreContainedInArchitecture();
  }
}
