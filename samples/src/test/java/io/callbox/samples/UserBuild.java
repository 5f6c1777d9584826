package io.callbox.samples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.callbox.samples.Program.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A user's Maven, which has the modules as they were built, and all else from the repository of the
 * build that runs this: it downloads nothing.
 *
 * @param folder where its repository and its settings are
 */
record UserBuild(Path folder) {

  /** That of the build that runs this. */
  static final Path REPOSITORY =
      Path.of(System.getProperty("maven.repository", System.getProperty("user.home") + "/.m2"));

  private static final String VERSION = "0.1.0-SNAPSHOT";
  private static final String SETTINGS =
      """
      <settings>
        <localRepository>%s</localRepository>
        <mirrors>
          <mirror><id>build</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
        </mirrors>
      </settings>
      """;

  /** Makes one in an empty folder; skips the test where there is no Maven. */
  static UserBuild in(Path folder) throws IOException {
    return with(folder, modules());
  }

  /** The same with modules of these names, which were built before this one. */
  static UserBuild of(Path folder, List<String> modules) throws IOException {
    return with(
        folder,
        modules.stream()
            .map(each -> Path.of("..", each, "target", each + "-" + VERSION + ".jar"))
            .map(jar -> jar.toAbsolutePath().normalize())
            .toList());
  }

  private static UserBuild with(Path folder, List<Path> modules) throws IOException {
    assumeTrue(Scripts.installed("mvn"), "needs mvn");
    UserBuild build = new UserBuild(folder);
    Files.writeString(build.settings(), SETTINGS.formatted(build.repository(), REPOSITORY.toUri()));
    build.install("callbox-parent", Path.of("..").toAbsolutePath().normalize());
    for (Path jar : modules) {
      String name = new File(jar.toString()).getName().replace("-" + VERSION + ".jar", "");
      Files.copy(jar, build.install(name, jar.resolve("../..").normalize()));
    }
    return build;
  }

  /** Where the modules are. */
  Path repository() {
    return folder.resolve("repository");
  }

  /** Puts a module's pom.xml into the repository, and tells where its jar belongs. */
  private Path install(String name, Path module) throws IOException {
    Path home = repository().resolve("io/callbox").resolve(name).resolve(VERSION);
    Files.createDirectories(home);
    Files.copy(module.resolve("pom.xml"), home.resolve(name + "-" + VERSION + ".pom"));
    return home.resolve(name + "-" + VERSION + ".jar");
  }

  /** The jars of the modules that this test needs. */
  private static List<Path> modules() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(each -> each.endsWith("-" + VERSION + ".jar"))
        .filter(each -> each.contains(File.separator + "target" + File.separator))
        .map(Path::of)
        .toList();
  }

  /** Runs Maven in a project. */
  Outcome run(Path project, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-s", "" + settings()));
    command.addAll(List.of(arguments));
    try (Program maven = Program.start(project, command)) {
      return maven.awaitEnd(Duration.ofMinutes(2));
    }
  }

  private Path settings() {
    return folder.resolve("settings.xml");
  }
}
