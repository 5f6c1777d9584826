package io.callbox.arch;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The packages of a server know each other one way only: a request goes down, a response back. */
final class ServerFloorsTest {

  private static final String SERVER = "io.callbox.internal.server";
  private static final String BAD = "io.callbox.arch.bad.internal.server";

  @Test
  void packagesOfAServerPointDownOnly() {
    JavaClasses server =
        new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(SERVER);
    assertTrue(server.contain(SERVER + ".dispatch.Dispatcher"));
    floors(SERVER).check(server);
  }

  @Test
  void ruleFindsOneThatPointsUp() {
    JavaClasses bad = new ClassFileImporter().importPackages(BAD);
    AssertionError found = assertThrows(AssertionError.class, () -> floors(BAD).check(bad));
    assertTrue(String.valueOf(found.getMessage()).contains("Upstart"), found.getMessage());
  }

  private static ArchRule floors(String root) {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("server")
        .definedBy(root)
        .layer("receive")
        .definedBy(root + ".receive")
        .layer("durable")
        .definedBy(root + ".durable")
        .layer("reserved")
        .definedBy(root + ".reserved")
        .layer("dispatch")
        .definedBy(root + ".dispatch")
        .layer("stream")
        .definedBy(root + ".stream")
        .layer("service")
        .definedBy(root + ".service")
        .layer("reply")
        .definedBy(root + ".reply")
        .layer("stats")
        .definedBy(root + ".stats")
        .whereLayer("stats")
        .mayNotAccessAnyLayer()
        .whereLayer("reply")
        .mayNotAccessAnyLayer()
        .whereLayer("service")
        .mayOnlyAccessLayers("reply", "stats")
        .whereLayer("stream")
        .mayOnlyAccessLayers("reply")
        .whereLayer("dispatch")
        .mayOnlyAccessLayers("stream", "service", "reply", "stats")
        .whereLayer("reserved")
        .mayOnlyAccessLayers("service", "stats")
        .whereLayer("durable")
        .mayOnlyAccessLayers("dispatch", "service", "reply", "stats")
        .whereLayer("receive")
        .mayOnlyAccessLayers("dispatch", "stream", "service", "reply")
        .whereLayer("server")
        .mayNotBeAccessedByAnyLayer()
        .ensureAllClassesAreContainedInArchitecture();
  }
}
