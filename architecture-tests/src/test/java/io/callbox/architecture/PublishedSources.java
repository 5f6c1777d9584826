package io.callbox.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Sources as javac parses them: for rules about what bytecode does not tell, as javac itself makes
 * {@code catch (Throwable)} of try-with-resources. Parsed once for all rules.
 */
final class PublishedSources {

  private static final Path ROOT = Path.of("..");
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  /** Where the parts of any of them begin and end. */
  static final SourcePositions POSITIONS =
      Trees.instance(JAVAC.getTask(null, null, null, null, null, List.of(new Text("class Bad {}"))))
          .getSourcePositions();

  private PublishedSources() {}

  private static final class Main {
    static final List<CompilationUnitTree> UNITS =
        modules().stream().flatMap(module -> read(module.resolve("src/main/java"))).toList();
  }

  private static final class Tests {
    static final List<CompilationUnitTree> UNITS =
        folders().stream().flatMap(module -> read(module.resolve("src/test/java"))).toList();
  }

  /** The main sources of all modules that are published. */
  static List<CompilationUnitTree> all() {
    assertFalse(Main.UNITS.isEmpty());
    return Main.UNITS;
  }

  /** The test sources of all modules, published or not. */
  static List<CompilationUnitTree> tests() {
    assertFalse(Tests.UNITS.isEmpty());
    return Tests.UNITS;
  }

  /** The folders of all modules that are published. */
  static List<Path> modules() {
    return folders().stream()
        .filter(each -> each.getFileName().toString().startsWith("rpc-"))
        .filter(each -> Files.exists(each.resolve("src/main/java")))
        .toList();
  }

  /** The folders of all modules. */
  static List<Path> folders() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.filter(each -> Files.exists(each.resolve("pom.xml"))).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The sources below a folder; none if there is no such folder. */
  static List<Path> below(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(each -> each.toString().endsWith(".java")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<CompilationUnitTree> read(Path folder) {
    List<Path> files = below(folder);
    try {
      return files.isEmpty() ? Stream.empty() : parse(files).stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** These files, which need not compile. */
  static List<CompilationUnitTree> parse(List<Path> files) throws IOException {
    try (StandardJavaFileManager manager = JAVAC.getStandardFileManager(null, null, null)) {
      return parse(manager, manager.getJavaFileObjectsFromPaths(files));
    }
  }

  /** A class with the name Bad that a test makes up; it need not compile. */
  static List<CompilationUnitTree> parse(String source) throws IOException {
    try (StandardJavaFileManager manager = JAVAC.getStandardFileManager(null, null, null)) {
      return parse(manager, List.of(new Text(source)));
    }
  }

  private static List<CompilationUnitTree> parse(
      StandardJavaFileManager manager, Iterable<? extends JavaFileObject> files)
      throws IOException {
    DiagnosticListener<JavaFileObject> problems =
        problem -> assertNotEquals(Diagnostic.Kind.ERROR, problem.getKind(), problem::toString);
    JavacTask task =
        (JavacTask) JAVAC.getTask(null, manager, problems, List.of("-proc:none"), null, files);
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    return units;
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String source;

    Text(String source) {
      super(URI.create("string:///Bad.java"), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }

  /** The simple name of a unit's class. */
  static String name(CompilationUnitTree unit) {
    String path = unit.getSourceFile().getName();
    return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
  }
}
