package io.callbox.samples.arch;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Sources as javac parses them: for rules about what bytecode does not tell, as javac itself makes
 * {@code catch (Throwable)} of try-with-resources.
 */
final class PublishedSources {

  private static final Path ROOT = Path.of("..");

  private PublishedSources() {}

  /** The main sources of all modules that are published. */
  static List<CompilationUnitTree> all() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path module : modules()) {
      files.addAll(below(module.resolve("src/main/java")));
    }
    assertFalse(files.isEmpty());
    return parse(files);
  }

  /** The folders of all modules that are published. */
  static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(each -> each.getFileName().toString().startsWith("rpc-"))
          .filter(each -> Files.exists(each.resolve("src/main/java")))
          .sorted()
          .toList();
    }
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(each -> each.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** These files, which need not compile. */
  static List<CompilationUnitTree> parse(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      return units;
    }
  }

  /** The simple name of a unit's class. */
  static String name(CompilationUnitTree unit) {
    String path = unit.getSourceFile().getName();
    return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
  }
}
