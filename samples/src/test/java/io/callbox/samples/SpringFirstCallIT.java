package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.samples.Program.Outcome;
import io.callbox.testkit.redis.RedisServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An empty project of Spring Boot's reaches its first remote call: built by a user's Maven with one
 * dependency and the processor, run with one property, over a real Redis.
 */
final class SpringFirstCallIT {

  private static final Path PROJECT = Path.of("spring-first").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String BOOT_4 = "<version>4.1.0</version>";
  private static final String CLASS_PATH =
      "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath";

  /** What the starter brings. */
  private static final List<String> MODULES =
      List.of(
          "rpc-annotations",
          "rpc-api",
          "rpc-contract",
          "rpc-runtime",
          "rpc-processor",
          "rpc-spring-boot-starter");

  @TempDir private Path folder;

  @Test
  @Tag("drill")
  void emptyProjectOfSpringBoot4Calls() throws Exception {
    assertCalls(BOOT_4);
  }

  @Test
  @Tag("drill")
  void emptyProjectOfSpringBoot3Calls() throws Exception {
    assertCalls("<version>3.5.7</version>");
  }

  @Test
  void projectHasOneDependencyOnePropertyAndNoBeanDefinition() throws IOException {
    String pom = Files.readString(PROJECT.resolve("pom.xml"));
    assertEquals(1, occurrences("<dependency>", pom));
    assertEquals(1, occurrences("<path>", pom));
    Path properties = PROJECT.resolve("src/main/resources/application.properties");
    assertEquals(1, Files.readAllLines(properties).size());
    assertEquals(0, occurrences("@Bean", sources()));
  }

  private void assertCalls(String boot) throws Exception {
    UserBuild maven = UserBuild.of(folder, MODULES);
    Path project = copied(boot);
    Path classPath = folder.resolve("class-path");
    Outcome built = maven.run(project, "compile", CLASS_PATH, "-Dmdep.outputFile=" + classPath);
    assertEquals(0, built.exitCode(), built::toString);
    try (RedisServer redis = RedisServer.start();
        Program application = start(project, Files.readString(classPath), redis.directUri())) {
      awaitGreeting(application);
      application.terminate();
      assertEquals(143, application.awaitEnd().exitCode());
    }
  }

  private static void awaitGreeting(Program application) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!application.out().contains("Hello, world")) {
      boolean going = application.handle().isAlive() && System.nanoTime() < end;
      assertTrue(going, application.out());
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static Program start(Path project, String classPath, String redis) throws IOException {
    List<String> command = Program.tool("java");
    command.addAll(
        List.of(
            "-cp",
            project.resolve("target/classes") + File.pathSeparator + classPath.strip(),
            "first.Application",
            "--callbox.redis.uri=" + redis));
    return Program.start(project, command);
  }

  private Path copied(String boot) throws IOException {
    Path project = folder.resolve("project");
    for (Path file : files()) {
      Path copy = project.resolve(PROJECT.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    Path pom = project.resolve("pom.xml");
    String text = Files.readString(pom);
    assertTrue(text.contains(BOOT_4));
    Files.writeString(pom, text.replace(BOOT_4, boot));
    return project;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(PROJECT)) {
      return all.filter(Files::isRegularFile)
          .filter(each -> !each.startsWith(PROJECT.resolve("target")))
          .toList();
    }
  }

  private static String sources() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : files()) {
      text.append(Files.readString(file));
    }
    return text.toString();
  }

  private static int occurrences(String word, String text) {
    return text.split(Pattern.quote(word), -1).length - 1;
  }
}
