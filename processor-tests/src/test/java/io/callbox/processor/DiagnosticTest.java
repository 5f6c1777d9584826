package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.callbox.processor.validation.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file in {@code bad/} has one mistake. A comment on the line where it is to be reported says
 * with what code and message. Warnings are errors here.
 */
final class DiagnosticTest {

  private static final Pattern EXPECTED = Pattern.compile("// (RPC[0-9]{3}): (.*)");
  private static final JavaFileObject CONTINUATION =
      JavaFileObjects.forSourceString(
          "kotlin.coroutines.Continuation",
          """
              package kotlin.coroutines;
              public interface Continuation<T> {}
              """);
  private static final JavaFileObject BUILT =
      JavaFileObjects.forSourceString(
          "elsewhere.Built",
          """
              package elsewhere;
              public final class Built {
                private final int x;
                Built(int x) { this.x = x; }
                public int getX() { return x; }
                public static Built of(int x) { return new Built(x); }
              }
              """);

  static List<String> bad() {
    return Corpus.files("bad");
  }

  @ParameterizedTest
  @MethodSource("bad")
  void isReportedOnceWhereItIs(String file) {
    String text = Corpus.text("bad/" + file);
    MatchResult expected = EXPECTED.matcher(text).results().findFirst().orElseThrow();
    JavaFileObject source =
        JavaFileObjects.forSourceString("bad." + file.replace(".java", ""), text);
    Compilation compilation =
        Corpus.compile(List.of("-Acallbox.strict=true"), source, CONTINUATION, BUILT);
    assertThat(compilation)
        .hadErrorContaining(expected.group(1) + ": " + expected.group(2))
        .inFile(source)
        .onLineContaining(expected.group());
    assertEquals(1, compilation.errors().size(), () -> compilation.errors().toString());
  }

  @Test
  void everyCodeHasABadFile() {
    Set<String> shown =
        bad().stream()
            .flatMap(file -> EXPECTED.matcher(Corpus.text("bad/" + file)).results())
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known =
        Stream.of(ProblemCode.values())
            .filter(code -> code.compareTo(ProblemCode.UNKNOWN_OPTION) < 0) // see OptionsTest
            .filter(code -> code != ProblemCode.UNSAYABLE_NAME) // see NamesOfKotlinTest
            .map(ProblemCode::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(known, shown);
  }

  @Test
  void everyCodeIsDocumented() throws IOException {
    String documentation = Files.readString(Path.of("../docs/errors.md"));
    for (ProblemCode code : ProblemCode.values()) {
      assertTrue(
          documentation.contains("\n## " + code.id() + ": " + code.title() + "\n"), code.id());
    }
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    Compilation compilation =
        Corpus.compile(
            JavaFileObjects.forSourceString(
                "bad.Many",
                """
              package bad;
              import io.callbox.annotation.*;
              @RemoteService("rpc") interface Many {
                void a(Object b) throws Exception;
                @OneWay int c(Thread d);
              }
              """));
    assertThat(compilation).hadErrorCount(5);
  }

  @Test
  void problemInAnotherFileIsPutOnTheInterface() {
    JavaFileObject service =
        JavaFileObjects.forSourceString(
            "bad.Child",
            """
              package bad;
              import io.callbox.annotation.*;
              @RemoteService interface Child extends Parent {}
              """);
    Compilation compilation =
        Corpus.compile(
            service,
            JavaFileObjects.forSourceString(
                "bad.Parent",
                """
              package bad;
              interface Parent { int a(Object b); }
              """));
    assertThat(compilation)
        .hadErrorContaining("RPC020: in Parent.a: b is java.lang.Object")
        .inFile(service)
        .onLineContaining("Child");
    assertThat(compilation).hadErrorCount(1);
  }

  /** The contract that extends the interface gets what its methods say. */
  @Test
  void annotationThatAContractInheritsIsRead() {
    Compilation compilation =
        Corpus.compile(
            List.of("-Acallbox.strict=true"),
            JavaFileObjects.forSourceString(
                "good.Child",
                """
              package good;
              @io.callbox.annotation.RemoteService interface Child extends Parent<String> {}
              """),
            JavaFileObjects.forSourceString(
                "good.Parent",
                """
              package good;
              interface Parent<T> { @io.callbox.annotation.Idempotent int a(T b); }
              """));
    assertThat(compilation).succeeded();
  }

  @Test
  void annotationThatNothingReadsIsAWarningThatCanBeSilenced() {
    String parent = "interface Parent { @io.callbox.annotation.Idempotent int a(); }";
    assertThat(Corpus.compile(JavaFileObjects.forSourceString("Parent", parent)))
        .hadWarningContaining("RPC057: @Idempotent has no effect");
    String silenced = "@SuppressWarnings(\"RPC057\") " + parent;
    assertThat(Corpus.compile(JavaFileObjects.forSourceString("Parent", silenced)))
        .succeededWithoutWarnings();
    assertThat(
            Corpus.compile(
                List.of("-Acallbox.strict=true"),
                JavaFileObjects.forSourceString("Parent", silenced)))
        .succeededWithoutWarnings();
  }

  /** As Kotlin's compiler leaves it. */
  @Test
  void annotationOfAMethodWithABodyIsReadThoughItsCopyIsNot() {
    assertThat(
            Corpus.compile(
                JavaFileObjects.forSourceString(
                    "Contract",
                    """
                    @io.callbox.annotation.RemoteService
                    interface Contract {
                      @io.callbox.annotation.Idempotent int a();
                      final class DefaultImpls {
                        @io.callbox.annotation.Idempotent public static int a(Contract self) {
                          return 1;
                        }
                      }
                    }
                    """)))
        .succeededWithoutWarnings();
  }
}
