package io.callbox.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Eclipse's compiler runs the processor on the same contracts, and compiles what comes out. Stubs
 * and skeletons are the same to the letter; a marshaller may also guard constructors that cannot
 * refuse, since that compiler does not tell which were written.
 */
final class EclipseCompilerTest {

  private static final Pattern SAME = Pattern.compile("(Stub|Skeleton)\\.java$");

  static List<String> good() {
    return Corpus.files("good");
  }

  @ParameterizedTest
  @MethodSource("good")
  void generatesWhatJavacDoes(String file, @TempDir Path output) throws Exception {
    JavaCompiler compiler = new EclipseCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Path sourceFile = Files.createDirectories(output.resolve("in/good")).resolve(file);
    Files.writeString(sourceFile, Corpus.text("good/" + file));
    try (var files = compiler.getStandardFileManager(diagnostics, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              files,
              diagnostics,
              List.of(
                  "--release",
                  "17",
                  "-parameters",
                  "-classpath",
                  System.getProperty("java.class.path"),
                  "-d",
                  output.toString(),
                  "-s",
                  output.toString()),
              null,
              files.getJavaFileObjects(sourceFile));
      task.setProcessors(List.of(new RemoteServiceProcessor()));
      boolean succeeded = task.call();
      List<Diagnostic<? extends JavaFileObject>> errors =
          diagnostics.getDiagnostics().stream()
              .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
              .toList();
      assertTrue(succeeded && errors.isEmpty(), () -> file + ": " + errors);
    }
    try (var generated = Files.list(output.resolve("good"))) {
      for (Path each : generated.filter(path -> SAME.matcher(path.toString()).find()).toList()) {
        String name = each.getFileName().toString();
        assertEquals(Corpus.text("expected/" + name), Files.readString(each), name);
      }
    }
  }
}
