package io.callbox.samples;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.callbox.samples.arith.ArithOfACommand;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What generated code may do, and what the samples may import. */
final class ArchitectureTest {

  private static final String GENERATED = ".*(Stub|Skeleton|Marshaller)(\\$.*)?";

  private static final ArchRule NO_REFLECTION =
      noClasses()
          .that()
          .haveNameMatching(GENERATED)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(java.util.ServiceLoader.class)
          .orShould()
          .callMethodWhere(
              target(owner(describe("is Class", owner -> owner.isEquivalentTo(Class.class))))
                  .and(
                      target(
                          nameMatching("forName|newInstance|get(Declared)?(Method|Field|Con).*"))));

  private static final ArchRule NO_COMMANDS =
      noClasses()
          .that()
          .resideInAnyPackage("..arith..", "..desk..", "..fibonacci..", "..tasks..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..cli..", "..serve..", "..call..", "..demo..");

  private static final JavaClasses SAMPLES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void generatedCodeUsesNoReflection() {
    NO_REFLECTION.check(SAMPLES);
  }

  @Test
  void ruleFailsOnAKnownBadClass() {
    JavaClasses bad = new ClassFileImporter().importClasses(ReflectiveStub.class);
    String violations =
        assertThrows(AssertionError.class, () -> NO_REFLECTION.check(bad)).toString();
    assertTrue(violations.contains("Class.forName"), violations);
    assertTrue(violations.contains("java.lang.reflect.Proxy"), violations);
  }

  @Test
  void ruleSeesAllGeneratedClasses() {
    Set<String> generated =
        SAMPLES.stream()
            .filter(type -> !type.getEnclosingClass().isPresent())
            .map(JavaClass::getSimpleName)
            .filter(name -> name.matches(GENERATED))
            .collect(Collectors.toCollection(TreeSet::new));
    for (String service : Set.of("Arith", "Desk", "Fibonacci", "NodeTasks")) {
      for (String kind : Set.of("Stub", "AsyncStub", "Skeleton", "Marshaller")) {
        assertTrue(generated.contains(service + kind), generated::toString);
      }
    }
  }

  @Test
  void servicesKnowNothingOfTheCommands() {
    NO_COMMANDS.check(SAMPLES);
    JavaClasses bad = new ClassFileImporter().importClasses(ArithOfACommand.class);
    assertThrows(AssertionError.class, () -> NO_COMMANDS.check(bad));
  }
}
