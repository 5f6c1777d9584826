package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.callbox.samples.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tutorial's sources, compiled by Gradle where one is installed: a build script that Gradle
 * understands since 3.4, as Debian's 4.4.1 does not know the sample's own script.
 */
final class GradleBuildIT {

  private static final Path SOURCES = Path.of("tutorial/src/main/java").toAbsolutePath();
  private static final String SCRIPT =
      """
      apply plugin: 'java'
      repositories { maven { url '%s' }; maven { url '%s' } }
      configurations { processor }
      dependencies {
        implementation 'io.callbox:rpc-runtime:0.1.0-SNAPSHOT'
        processor 'io.callbox:rpc-processor:0.1.0-SNAPSHOT'
      }
      compileJava.options.annotationProcessorPath = configurations.processor
      compileJava.options.compilerArgs += ['-parameters', '--release', '17']
      """;

  @TempDir private Path folder;

  @Test
  void processorGeneratesInGradlesCompilation() throws Exception {
    assumeTrue(Scripts.installed("gradle"), "needs gradle");
    Outcome version = gradle(folder, "--version");
    assumeTrue(version.exitCode() == 0, () -> "this gradle needs another JDK: " + version);
    UserBuild maven = UserBuild.in(folder);
    Path project = project(maven);
    Outcome built = gradle(project, "classes");
    assertEquals(0, built.exitCode(), built::toString);
    Path classes = project.resolve("build/classes/java/main");
    assertTrue(Files.exists(classes.resolve("tutorial/StockStub.class")), built::toString);
    assertTrue(
        Files.exists(classes.resolve("META-INF/callbox/Stock.openrpc.json")), built::toString);
    Outcome again = gradle(project, "classes");
    assertTrue((again.out() + again.err()).contains("up-to-date"), again::toString);
  }

  private Path project(UserBuild maven) throws IOException {
    Path project = folder.resolve("project");
    Path sources = project.resolve("src/main/java");
    Files.createDirectories(sources.getParent());
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.toList()) {
        Files.copy(file, sources.resolve(SOURCES.relativize(file)));
      }
    }
    Files.writeString(project.resolve("settings.gradle"), "");
    Files.writeString(
        project.resolve("build.gradle"),
        SCRIPT.formatted(maven.repository().toUri(), UserBuild.REPOSITORY.toUri()));
    return project;
  }

  private Outcome gradle(Path project, String task) throws Exception {
    List<String> command = new ArrayList<>(List.of("gradle", "--offline", "--no-daemon"));
    command.addAll(List.of("-g", folder.resolve("gradle").toString(), task));
    try (Program gradle = Program.start(project, command)) {
      return gradle.awaitEnd(Duration.ofMinutes(2));
    }
  }
}
