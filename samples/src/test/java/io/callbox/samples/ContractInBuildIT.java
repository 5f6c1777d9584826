package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.samples.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial's project, built by Maven as its reader does, with the contract as it is known. */
@Tag("drill")
final class ContractInBuildIT {

  private static final Path TUTORIAL = Path.of("tutorial").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void renamedParameterFailsTheBuildAndSaysWhatWouldHappen() throws Exception {
    UserBuild maven = UserBuild.in(folder);
    Path project = copied();
    Outcome known = maven.run(project, "process-classes");
    assertEquals(0, known.exitCode(), known::toString);
    assertTrue(known.out().contains("No differences."), known::toString);

    renameArticle(project.resolve("src/main/java/tutorial/Stock.java"));
    Outcome refused = maven.run(project, "process-classes");
    assertEquals(1, refused.exitCode(), refused::toString);
    String said = refused.out().replace("[ERROR] ", ""); // Maven begins each line so
    assertTrue(said.contains(shownInTutorial()), refused::toString);
  }

  private static void renameArticle(Path contract) throws IOException {
    String source = Files.readString(contract);
    String renamed = source.replace("take(String article", "take(String product");
    assertTrue(!renamed.equals(source));
    Files.writeString(contract, renamed);
  }

  /** What the page says that the build says. */
  private static String shownInTutorial() throws IOException {
    String page = Files.readString(Path.of("../docs/tutorial.md"));
    int start = page.indexOf("NEVER  Stock.take");
    return page.substring(start, page.indexOf("\n```", start));
  }

  private Path copied() throws IOException {
    Path project = folder.resolve("project");
    try (Stream<Path> files = Files.walk(TUTORIAL)) {
      List<Path> sources =
          files.filter(each -> !each.startsWith(TUTORIAL.resolve("target"))).toList();
      for (Path file : sources) {
        Files.copy(file, project.resolve(TUTORIAL.relativize(file)));
      }
    }
    return project;
  }
}
