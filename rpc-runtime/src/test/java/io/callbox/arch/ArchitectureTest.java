package io.callbox.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import io.callbox.arch.bad.Mirrors;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The floors of the house, and what no floor may do. Each rule is shown to find a bad class. */
final class ArchitectureTest {

  private static final String PRODUCT = "io.callbox";
  private static final String BAD = "io.callbox.arch.bad";
  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(PRODUCT);
  private static final JavaClasses BAD_CLASSES = new ClassFileImporter().importPackages(BAD);

  /** What may be asked of a class: nothing that leads to its members or to another class. */
  private static final Set<String> HARMLESS =
      Set.of(
          "getName",
          "getSimpleName",
          "cast",
          "isInstance",
          "desiredAssertionStatus",
          "hashCode",
          "getEnumConstants",
          "getResourceAsStream",
          "toString",
          "equals");

  /** What runs in the common pool unless an executor is named. */
  private static final Set<String> TASKS_OF_FUTURES =
      Set.of(
          "supplyAsync",
          "runAsync",
          "completeAsync",
          "thenApplyAsync",
          "thenAcceptAsync",
          "thenRunAsync",
          "thenCombineAsync",
          "thenAcceptBothAsync",
          "runAfterBothAsync",
          "applyToEitherAsync",
          "acceptEitherAsync",
          "runAfterEitherAsync",
          "thenComposeAsync",
          "whenCompleteAsync",
          "handleAsync",
          "exceptionallyAsync",
          "exceptionallyComposeAsync",
          "delayedExecutor");

  @Test
  void productIsLookedAt() {
    assertTrue(CLASSES.contain("io.callbox.node.RpcNode"));
    assertTrue(CLASSES.contain("io.callbox.json.Json"));
    assertTrue(CLASSES.stream().noneMatch(type -> type.getName().endsWith("Test")));
  }

  @Test
  void importsPointDownOnly() {
    floors(PRODUCT).check(CLASSES);
    assertFinds(floors(BAD), "Climber");
    assertFinds(floors(BAD), "Meeting");
    assertFinds(floors(BAD), "Undertaker");
    assertFinds(floors(BAD), "Gravedigger");
    assertFinds(floors(BAD), "Subtenant");
  }

  @Test
  void everyPackageIsOnAFloor() {
    onFloors(PRODUCT).check(CLASSES);
    assertFinds(onFloors(BAD), "Borrower");
  }

  @Test
  void packagesHaveNoRings() {
    noRings(PRODUCT).check(CLASSES);
    assertFinds(noRings(BAD), "Climber");
  }

  @Test
  void onlyTheRedisTransportKnowsRedisson() {
    redissonIn(PRODUCT).check(CLASSES);
    assertFinds(redissonIn(BAD), "Talkative");
    assertFinds(redissonIn(BAD), "Wiretap");
  }

  @Test
  void builderKnowsOnlyTheClientOfRedisson() {
    builderOf(PRODUCT).check(CLASSES);
    assertFinds(builderOf(BAD), "RpcNodeBuilder");
  }

  /** It reflects on what it reads. */
  @Test
  void onlyOnePackageKnowsDatabind() {
    databindIn(PRODUCT).check(CLASSES);
    assertFinds(databindIn(BAD), "Talkative");
  }

  /** A program decides when it ends. */
  @Test
  void nobodyEndsTheProgram() {
    noEnd().check(CLASSES);
    assertFinds(noEnd(), "Talkative");
  }

  @Test
  void nothingIsReflected() {
    noReflection().check(CLASSES);
    noQuestionsToClasses().check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Mirrors.ByReflection.class,
        Mirrors.ByHandle.class,
        Mirrors.ByService.class,
        Mirrors.ByStream.class,
        Mirrors.ByField.class
      })
  void reflectionIsFound(Class<?> mirror) {
    JavaClasses classes = new ClassFileImporter().importClasses(mirror);
    assertThrows(AssertionError.class, () -> noReflection().check(classes));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Mirrors.ByName.class,
        Mirrors.ByMembers.class,
        Mirrors.ByReference.class,
        Mirrors.ByLoader.class
      })
  void questionsToClassesAreFound(Class<?> mirror) {
    JavaClasses classes = new ClassFileImporter().importClasses(mirror);
    assertThrows(AssertionError.class, () -> noQuestionsToClasses().check(classes));
  }

  /** From JDK 25 on, it has one thread on a machine of two cores, whoever blocks it. */
  @Test
  void nobodyDependsOnTheCommonPool() {
    noCommonPool().check(CLASSES);
    assertFinds(noCommonPool(), "Borrower");
  }

  @Test
  void nobodySpeaksToTheConsole() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    assertFinds(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS, "Talkative");
  }

  private static ArchRule onFloors(String root) {
    return floors(root)
        .ensureAllClassesAreContainedInArchitectureIgnoring(
            root + ".annotation..", root + ".contract.."); // of other modules
  }

  private static Architectures.LayeredArchitecture floors(String root) {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("log")
        .definedBy(root + ".log..")
        .layer("json")
        .definedBy(root + ".json..")
        .layer("rpc")
        .definedBy(root + ".rpc..")
        .layer("wire")
        .definedBy(root + ".internal.wire..")
        .layer("transport")
        .definedBy(root + ".transport", root + ".transport.memory..")
        .layer("redisson")
        .definedBy(root + ".internal.redisson..")
        .layer("transport.redisson")
        .definedBy(root + ".transport.redisson..")
        .layer("concurrent")
        .definedBy(root + ".internal.concurrent..")
        .layer("lease")
        .definedBy(root + ".internal.lease..")
        .layer("registry")
        .definedBy(root + ".registry..")
        .layer("membership")
        .definedBy(root + ".internal.registry..")
        .layer("client")
        .definedBy(root + ".internal.client..")
        .layer("server")
        .definedBy(root + ".internal.server..")
        .layer("interceptor")
        .definedBy(root + ".interceptor..")
        .layer("security")
        .definedBy(root + ".security..")
        .layer("failure")
        .definedBy(root + ".internal.failure..")
        .layer("items")
        .definedBy(root + ".internal.items..")
        .layer("inspect")
        .definedBy(root + ".internal.inspect..")
        .layer("deadletter")
        .definedBy(root + ".deadletter..")
        .layer("durable")
        .definedBy(root + ".durable..")
        .layer("node")
        .definedBy(root + ".node..")
        .whereLayer("log")
        .mayNotAccessAnyLayer()
        .whereLayer("json")
        .mayNotAccessAnyLayer()
        .whereLayer("failure")
        .mayNotAccessAnyLayer()
        .whereLayer("items")
        .mayNotAccessAnyLayer()
        .whereLayer("rpc")
        .mayOnlyAccessLayers("log", "json", "failure", "items")
        .whereLayer("wire")
        .mayOnlyAccessLayers("log", "json", "rpc")
        .whereLayer("transport")
        .mayOnlyAccessLayers("log", "json", "rpc", "failure")
        .whereLayer("redisson")
        .mayOnlyAccessLayers("log", "rpc", "transport", "failure")
        .whereLayer("redisson")
        .mayOnlyBeAccessedByLayers("transport.redisson")
        .whereLayer("transport.redisson")
        .mayOnlyAccessLayers("rpc", "transport", "redisson")
        .whereLayer("concurrent")
        .mayOnlyAccessLayers("log", "rpc", "transport", "failure")
        .whereLayer("inspect")
        .mayOnlyAccessLayers("log", "rpc", "wire", "transport")
        .whereLayer("lease")
        .mayOnlyAccessLayers("log", "rpc", "failure", "wire", "transport", "concurrent")
        .whereLayer("registry")
        .mayOnlyAccessLayers("rpc")
        .whereLayer("membership")
        .mayOnlyAccessLayers(
            "log", "json", "rpc", "wire", "transport", "concurrent", "lease", "registry")
        .whereLayer("client")
        .mayOnlyAccessLayers(
            "log",
            "json",
            "rpc",
            "failure",
            "items",
            "wire",
            "transport",
            "concurrent",
            "lease",
            "registry",
            "membership")
        .whereLayer("server")
        .mayOnlyAccessLayers(
            "log",
            "json",
            "rpc",
            "failure",
            "wire",
            "transport",
            "concurrent",
            "lease",
            "registry",
            "membership")
        .whereLayer("deadletter")
        .mayOnlyAccessLayers("log", "rpc", "wire", "transport", "concurrent", "inspect")
        .whereLayer("durable")
        .mayOnlyAccessLayers("log", "rpc", "wire", "transport", "concurrent")
        .whereLayer("interceptor")
        .mayOnlyAccessLayers("log", "json", "rpc")
        .whereLayer("security")
        .mayOnlyAccessLayers("log", "json", "rpc")
        .whereLayer("node")
        .mayNotBeAccessedByAnyLayer();
  }

  private static ArchRule noRings(String root) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  private static ArchRule redissonIn(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root + ".transport.redisson..", root + ".internal.redisson..")
        .and()
        .doNotHaveFullyQualifiedName(root + ".node.RpcNodeBuilder")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.redisson..", "io.netty..");
  }

  private static ArchRule databindIn(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".json.databind..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson.databind..");
  }

  private static ArchRule noEnd() {
    return noClasses()
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class);
  }

  private static ArchRule builderOf(String root) {
    return noClasses()
        .that()
        .haveFullyQualifiedName(root + ".node.RpcNodeBuilder")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.redisson..")
                .and(
                    describe(
                        "are not RedissonClient",
                        type -> !type.getSimpleName().equals("RedissonClient"))));
  }

  private static ArchRule noReflection() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.lang.reflect..", "java.lang.invoke..", "sun.misc..", "sun.reflect..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.ServiceLoader")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.concurrent\\.atomic\\.Atomic\\w+FieldUpdater");
  }

  private static ArchRule noQuestionsToClasses() {
    return noClasses()
        .should()
        .accessTargetWhere(describe("a class is asked", ArchitectureTest::asksAClass));
  }

  private static ArchRule noCommonPool() {
    return noClasses()
        .should()
        .accessTargetWhere(describe("the common pool is used", ArchitectureTest::usesCommonPool));
  }

  private static boolean usesCommonPool(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget called
        && TASKS_OF_FUTURES.contains(called.getName())
        && called.getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Executor.class));
  }

  private static boolean asksAClass(JavaAccess<?> call) {
    String name = call.getTarget().getName();
    return call.getTargetOwner().isEquivalentTo(Class.class)
        ? !HARMLESS.contains(name)
        : call.getTargetOwner().isAssignableTo(ClassLoader.class) && name.equals("loadClass");
  }

  private static void assertFinds(ArchRule rule, String bad) {
    AssertionError found = assertThrows(AssertionError.class, () -> rule.check(BAD_CLASSES));
    assertTrue(String.valueOf(found.getMessage()).contains(bad), found.getMessage());
  }
}
