package io.callbox.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import io.callbox.internal.gateway.console.Console;
import io.callbox.internal.gateway.http.WrongDoor;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** The gateway's floors: doors stand on HTTP and on calls, and know nothing of each other. */
final class ArchitectureTest {

  private static final String INTERNAL = "io.callbox.internal.gateway.";

  private static final ArchRule FLOORS =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.callbox..")
          .withOptionalLayers(true)
          .layer("gateway")
          .definedBy("io.callbox.gateway")
          .layer("rpc")
          .definedBy(INTERNAL + "rpc")
          .layer("mcp")
          .definedBy(INTERNAL + "mcp")
          .layer("console")
          .definedBy(INTERNAL + "console")
          .layer("http")
          .definedBy(INTERNAL + "http")
          .layer("calls")
          .definedBy(INTERNAL + "calls")
          .layer("access")
          .definedBy("io.callbox.gateway.access")
          .whereLayer("gateway")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("rpc")
          .mayOnlyBeAccessedByLayers("gateway")
          .whereLayer("mcp")
          .mayOnlyBeAccessedByLayers("gateway")
          .whereLayer("console")
          .mayOnlyBeAccessedByLayers("gateway")
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("gateway", "rpc", "mcp", "console")
          .whereLayer("calls")
          .mayOnlyBeAccessedByLayers("gateway", "rpc", "mcp", "console");

  private static final ArchRule ONE_SERVER =
      noClasses()
          .that()
          .resideOutsideOfPackage(INTERNAL + "http")
          .and()
          .doNotHaveFullyQualifiedName("io.callbox.gateway.Gateway")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.jetty..");

  private static final ArchRule NO_REFLECTION =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect..");

  private static final ArchRule NO_COMMON_POOL =
      noClasses()
          .should()
          .callMethodWhere(describe("the common pool is used", ArchitectureTest::usesCommonPool));

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.callbox.gateway", "io.callbox.internal.gateway");

  @Test
  void importsPointDown() {
    FLOORS.check(PRODUCT);
  }

  @Test
  void oneFloorKnowsTheServer() {
    ONE_SERVER.check(PRODUCT);
  }

  @Test
  void nothingReflects() {
    NO_REFLECTION.check(PRODUCT);
  }

  @Test
  void nobodyDependsOnTheCommonPool() {
    NO_COMMON_POOL.check(PRODUCT);
  }

  private static boolean usesCommonPool(JavaMethodCall call) {
    return call.getTargetOwner().isAssignableTo(CompletionStage.class)
        && call.getTarget().getName().endsWith("Async")
        && call.getTarget().getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Executor.class));
  }

  @Test
  void ruleFailsOnAKnownBadClass() {
    JavaClasses bad = new ClassFileImporter().importClasses(MountedTest.class);
    String violations = assertThrows(AssertionError.class, () -> ONE_SERVER.check(bad)).toString();
    assertTrue(violations.contains("org.eclipse.jetty.server.Server"), violations);
  }

  @Test
  void classOnTheWrongFloorIsFound() {
    JavaClasses bad =
        new ClassFileImporter().importClasses(WrongDoor.class, Console.class, Gateway.class);
    String violations = assertThrows(AssertionError.class, () -> FLOORS.check(bad)).toString();
    assertTrue(violations.contains("WrongDoor"), violations);
    String reflects = assertThrows(AssertionError.class, () -> NO_REFLECTION.check(bad)).toString();
    assertTrue(reflects.contains("WrongDoor"), reflects);
    String pool = assertThrows(AssertionError.class, () -> NO_COMMON_POOL.check(bad)).toString();
    assertTrue(pool.contains("WrongDoor"), pool);
  }
}
