package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts whose types come from elsewhere: other jars, and other processors. */
final class BuildSettingsTest {

  private static final JavaFileObject USES_MADE =
      source(
          "a.Uses",
          """
          package a;
          @io.callbox.annotation.RemoteService
          public interface Uses {
            Made direct(Made made);
            Holder nested(Holder holder);
            record Holder(java.util.List<Made> all) {}
          }
          """);

  @Test
  void typesOfOtherProcessorsAreWaitedFor() {
    Compilation compilation =
        javac().withProcessors(new RemoteServiceProcessor(), new MakesRecord()).compile(USES_MADE);
    assertThat(compilation).succeeded();
    assertThat(compilation)
        .generatedSourceFile("a.UsesMarshaller")
        .contentsAsUtf8String()
        .contains("writeMade(JsonGenerator out, Made value)");
  }

  @Test
  void typesThatNobodyMakesAreTheCompilersToReport() {
    Compilation compilation = Corpus.compile(USES_MADE);
    assertThat(compilation).failed();
    assertThat(compilation).hadErrorContaining("cannot find symbol");
    assertTrue(
        compilation.errors().stream().noneMatch(error -> error.toString().contains("RPC")),
        () -> compilation.errors().toString());
  }

  @Test
  void typesOfOtherJarsAreReadFromTheirClassFiles(@TempDir Path jar) throws IOException {
    compileTo(
        jar,
        List.of("-parameters"),
        source("lib.Point", "package lib; public record Point(int x, lib.Kind kind) {}"),
        source("lib.Kind", "package lib; public enum Kind { A, B }"),
        source(
            "lib.Lost",
            """
            package lib;
            public class Lost extends Exception {
              private final int at;
              public Lost(String message, int at) { super(message); this.at = at; }
              public int getAt() { return at; }
            }
            """),
        source(
            "lib.Base",
            "package lib; public interface Base<T> { T move(T from, int by) throws Lost; }"));
    Compilation compilation =
        compileAgainst(jar, "@RemoteService interface S extends Base<Point> {}");
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("a.SMarshaller")
        .contentsAsUtf8String()
        .contains("static ParamsWriter paramsOfMove(Point from, int by)");
    assertThat(compilation)
        .generatedSourceFile("a.SMarshaller")
        .contentsAsUtf8String()
        .contains("return new Lost(message, at)");
  }

  @Test
  void lostParameterNamesAreReportedOnTheInterface(@TempDir Path jar) throws IOException {
    compileTo(
        jar, List.of(), source("lib.Base", "package lib; public interface Base { int a(int b); }"));
    Compilation compilation = compileAgainst(jar, "@RemoteService interface S extends Base {}");
    assertThat(compilation)
        .hadErrorContaining("RPC017: in Base.a: the name of parameter 1 of a was lost")
        .inFile(compilation.sourceFiles().get(0))
        .onLineContaining("interface S");
    assertEquals(1, compilation.errors().size());
  }

  private static JavaFileObject source(String name, String text) {
    return JavaFileObjects.forSourceString(name, text);
  }

  private static Compilation compileAgainst(Path jar, String service) {
    List<File> classpath = new ArrayList<>(List.of(jar.toFile()));
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(File::new)
        .forEach(classpath::add);
    return javac()
        .withClasspath(classpath)
        .withOptions("-Xlint:all,-processing", "-Werror")
        .withProcessors(new RemoteServiceProcessor())
        .compile(
            source("a.S", "package a; import io.callbox.annotation.*; import lib.*;\n" + service));
  }

  private static void compileTo(Path jar, List<String> options, JavaFileObject... sources)
      throws IOException {
    Compilation compilation = javac().withOptions(options).compile(sources);
    assertThat(compilation).succeeded();
    for (JavaFileObject file : compilation.generatedFiles()) {
      Path target = jar.resolve(file.toUri().getPath().replaceFirst("^/CLASS_OUTPUT/", ""));
      Files.createDirectories(target.getParent());
      try (var in = file.openInputStream()) {
        Files.write(target, in.readAllBytes());
      }
    }
  }

  /** Makes the record {@code a.Made} in the first round. */
  @SupportedAnnotationTypes("*")
  private static final class MakesRecord extends AbstractProcessor {

    private boolean made;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!made) {
        made = true;
        try (Writer out = processingEnv.getFiler().createSourceFile("a.Made").openWriter()) {
          out.write("package a; public record Made(int x) {}");
        } catch (IOException failure) {
          throw new AssertionError(failure);
        }
      }
      return false;
    }
  }
}
