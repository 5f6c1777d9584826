package io.callbox.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import io.callbox.processor.model.WrongFloor;
import org.junit.jupiter.api.Test;

/** The floors of the house: root, validation, reading beside writing, model. */
final class ArchitectureTest {

  private static final ArchRule FLOORS =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("root")
          .definedBy("io.callbox.processor")
          .layer("validation")
          .definedBy("..validation..")
          .layer("reading")
          .definedBy("..reading..")
          .layer("writing")
          .definedBy("..writing..")
          .layer("contract")
          .definedBy("..contract..")
          .layer("model")
          .definedBy("..model..")
          .whereLayer("root")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("validation")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("reading")
          .mayOnlyBeAccessedByLayers("root", "validation")
          .whereLayer("contract")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("writing")
          .mayOnlyBeAccessedByLayers("root");

  private static final ArchRule NO_RINGS =
      slices().matching("io.callbox.processor.(*)..").should().beFreeOfCycles();

  private static final ArchRule MODEL_KNOWS_NOBODY =
      noClasses()
          .that()
          .resideInAPackage("..model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..");

  private static final ArchRule JAVAPOET_STAYS =
      noClasses()
          .that(not(resideInAPackage("..writing..")).and(not(simpleName("SourceRenderer"))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.palantir.javapoet..");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.callbox.processor");
  private static final JavaClasses WRONG = new ClassFileImporter().importClasses(WrongFloor.class);

  @Test
  void floorsHold() {
    FLOORS.check(PRODUCT);
    NO_RINGS.check(PRODUCT);
    MODEL_KNOWS_NOBODY.check(PRODUCT);
    JAVAPOET_STAYS.check(PRODUCT);
  }

  @Test
  void aClassOnTheWrongFloorIsFound() {
    JavaClasses withWrong = new ClassFileImporter().importPackages("io.callbox.processor");
    assertThrows(AssertionError.class, () -> FLOORS.check(withWrong));
    assertThrows(AssertionError.class, () -> NO_RINGS.check(withWrong));
    assertThrows(AssertionError.class, () -> MODEL_KNOWS_NOBODY.check(WRONG));
    assertThrows(AssertionError.class, () -> JAVAPOET_STAYS.check(WRONG));
  }
}
