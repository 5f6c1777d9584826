package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each package of a published module has no nulls, and a comment that says where to start reading.
 * It does not list imports: such a list is not compiled, and was wrong for many packages. The tests
 * of architecture hold the floors.
 */
final class PackageInfoTest {

  private static final Pattern LIST = Pattern.compile("(?is)/\\*\\*.*\\bimports?\\b.*?\\*/");

  private static final Pattern START =
      Pattern.compile("(?s)/\\*\\*.*\\bStart\\s+(\\*\\s+)?(reading|at|with)\\b.*?\\*/");

  @Test
  void eachPackageHasAComment() throws IOException {
    List<Path> packages = packages();
    assertFalse(packages.isEmpty());
    Set<Path> without = new TreeSet<>();
    for (Path each : packages) {
      if (!Files.exists(info(each)) || !isWhole(Files.readString(info(each)))) {
        without.add(each);
      }
    }
    assertEquals(Set.of(), without);
  }

  @Test
  void packageWithoutACommentOrWithNullsIsFound() {
    assertTrue(isWhole("/** Start\n * reading at A. */\n@NullMarked\npackage words;"));
    assertFalse(isWhole("/** Words. */\n@NullMarked\npackage words;"));
    assertFalse(isWhole("@NullMarked\npackage words;"));
    assertFalse(isWhole("/** Start reading at A. */\npackage words;"));
  }

  /** NullAway reads only packages that say so. */
  private static boolean isWhole(String info) {
    return START.matcher(info).find() && info.contains("@NullMarked");
  }

  @Test
  void noCommentListsImports() throws IOException {
    Set<Path> lists = new TreeSet<>();
    for (Path each : packages()) {
      if (LIST.matcher(Files.readString(info(each))).find()) {
        lists.add(each);
      }
    }
    assertEquals(Set.of(), lists);
  }

  @Test
  void ruleFindsAListOfImports() {
    assertTrue(LIST.matcher("/** Words.\n *\n * <p>May import {@code rpc}. */").find());
    assertFalse(LIST.matcher("/** Words. */\npackage words;\n\nimport a.B;").find());
  }

  private static Path info(Path folder) {
    return folder.resolve("package-info.java");
  }

  /** The folders that have sources. */
  private static List<Path> packages() throws IOException {
    List<Path> packages = new ArrayList<>();
    for (Path module : PublishedSources.modules()) {
      Path root = module.resolve("src/main/java");
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(each -> each.toString().endsWith(".java"))
            .map(Path::getParent)
            .filter(each -> !each.equals(root))
            .distinct()
            .forEach(packages::add);
      }
    }
    return packages;
  }
}
