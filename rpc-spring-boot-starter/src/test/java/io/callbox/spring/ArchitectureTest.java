package io.callbox.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import io.callbox.rpc.RpcChannel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** What may be absent is imported by the classes made for it, and calls know no Spring. */
final class ArchitectureTest {

  private static final ArchRule OPTIONAL =
      noClasses()
          .that()
          .haveSimpleNameNotContaining("Metrics")
          .and()
          .haveSimpleNameNotContaining("Tracing")
          .and()
          .haveSimpleNameNotContaining("Observation")
          .and()
          .haveSimpleNameNotContaining("Validation")
          .and()
          .haveSimpleNameNotContaining("Health")
          .and()
          .haveSimpleNameNotContaining("Readiness")
          .and()
          .haveSimpleNameNotContaining("Info")
          .and()
          .haveSimpleNameNotContaining("Gateway")
          .and()
          .haveSimpleNameNotContaining("DataRedis")
          .and()
          .haveSimpleNameNotContaining("DetailsRedis")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.callbox.gateway..",
              "jakarta.servlet..",
              "io.callbox.micrometer..",
              "io.micrometer..",
              "io.callbox.opentelemetry..",
              "io.opentelemetry..",
              "io.callbox.validation..",
              "jakarta.validation..",
              "org.springframework.boot.health..",
              "org.springframework.boot.actuate..",
              "org.springframework.boot.data..",
              "org.springframework.boot.autoconfigure.data..");

  private static final ArchRule CALLS =
      noClasses()
          .that()
          .haveSimpleNameStartingWith("ClientChannel")
          .or()
          .haveSimpleName("CurrentNode")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "java.lang.reflect..");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.callbox.spring");

  @Test
  void optionalLibrariesAreNotRequired() {
    OPTIONAL.check(PRODUCT);
  }

  @Test
  void callsPassNeitherSpringNorReflection() {
    CALLS.check(PRODUCT);
  }

  @Test
  void ruleFailsOnAKnownBadClass() {
    JavaClasses bad = new ClassFileImporter().importClasses(WholeApplicationTest.class);
    String violations = assertThrows(AssertionError.class, () -> OPTIONAL.check(bad)).toString();
    assertTrue(violations.contains("io.micrometer"), violations);
  }

  @Test
  void channelThatAsksSpringIsFound() {
    JavaClasses bad = new ClassFileImporter().importClasses(ClientChannelOfABean.class);
    assertThrows(AssertionError.class, () -> CALLS.check(bad));
  }

  /** Asks for its bean with each call. */
  private record ClientChannelOfABean(ObjectProvider<RpcChannel> bean) {}
}
