package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stubs have for containers that are to find them. */
final class ComponentModelTest {

  private static final JavaFileObject[] SOURCES = {
    JavaFileObjects.forSourceString(
        "parts.Part",
        "package parts; @io.callbox.annotation.RemoteService public interface Part { int a(int b); }"),
    annotation("jakarta.inject", "Singleton"),
    annotation("jakarta.inject", "Inject"),
    annotation("org.springframework.stereotype", "Component"),
    annotation("org.springframework.beans.factory.annotation", "Autowired")
  };

  private static JavaFileObject annotation(String in, String name) {
    return JavaFileObjects.forSourceString(
        in + "." + name, "package " + in + "; public @interface " + name + " {}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jakarta", "spring"})
  void stubsAreAsTheGoldensSay(String model) throws IOException {
    Compilation compilation = compile("-Acallbox.componentModel=" + model);
    assertThat(compilation).succeededWithoutWarnings();
    for (String stub : new String[] {"PartStub", "PartAsyncStub"}) {
      String golden = model + "." + stub + ".java";
      String text = text(compilation, "parts." + stub);
      assertEquals(
          Corpus.golden(golden, text), text, "if that is right, run with -Dgoldens.update=true");
    }
  }

  @Test
  void containersFindNoSkeletons() throws IOException {
    String skeleton = text(compile("-Acallbox.componentModel=jakarta"), "parts.PartSkeleton");
    assertFalse(skeleton.contains("jakarta"), skeleton);
  }

  @Test
  void nothingIsAddedUnlessAskedFor() throws IOException {
    String plain = text(compile(), "parts.PartStub");
    assertEquals(plain, text(compile("-Acallbox.componentModel=none"), "parts.PartStub"));
    assertFalse(plain.contains("jakarta") || plain.contains("springframework"), plain);
  }

  /** Within the class, its name alone would mean what the stub inherits. */
  @Test
  void typeOfTheInterfaceMayBeCalledLikeAnAnnotationForContainers() {
    JavaFileObject odd =
        JavaFileObjects.forSourceString(
            "parts.Odd",
            """
            package parts;
            @io.callbox.annotation.RemoteService
            public interface Odd { Inject a(int b); record Inject(int c) {} }
            """);
    assertThat(compile(List.of("-Acallbox.componentModel=jakarta"), odd))
        .succeededWithoutWarnings();
  }

  @Test
  void modelThatThereIsNotIsAnError() {
    assertThat(compile("-Acallbox.componentModel=cdi"))
        .hadErrorContaining(
            "RPC051: callbox.componentModel is 'cdi', but can only be one of none, jakarta, spring");
  }

  private static String text(Compilation compilation, String type) throws IOException {
    return new String(
        compilation.generatedSourceFile(type).orElseThrow().openInputStream().readAllBytes(),
        StandardCharsets.UTF_8);
  }

  private static Compilation compile(String... options) {
    return compile(List.of(options));
  }

  private static Compilation compile(List<String> options, JavaFileObject... more) {
    return javac()
        .withOptions(options)
        .withProcessors(new RemoteServiceProcessor())
        .compile(Stream.concat(Stream.of(SOURCES), Stream.of(more)).toList());
  }
}
