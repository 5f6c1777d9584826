package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in {@code good/} compiles without a warning, and always to the same sources. */
final class GoldenTest {

  static List<String> good() {
    return Corpus.files("good");
  }

  @ParameterizedTest
  @MethodSource("good")
  void generatesWhatTheGoldensSay(String file) {
    Map<String, String> generated = generated(file);
    assertTrue(generated.size() >= 5, "nothing was generated");
    generated.forEach(
        (name, text) ->
            assertEquals(
                Corpus.golden(name, text),
                text,
                name + " changed; if that is right, run the tests with -Dgoldens.update=true"));
  }

  @ParameterizedTest
  @MethodSource("good")
  void generatesTheSameAgain(String file) {
    assertEquals(generated(file), generated(file));
  }

  private static Map<String, String> generated(String file) {
    Compilation compilation =
        Corpus.compile(
            JavaFileObjects.forSourceString(
                "good." + file.replace(".java", ""), Corpus.text("good/" + file)));
    assertThat(compilation).succeededWithoutWarnings();
    Map<String, String> texts = new TreeMap<>();
    for (JavaFileObject source : compilation.generatedSourceFiles()) {
      texts.put(nameOf(source), text(source));
    }
    compilation.generatedFiles().stream()
        .filter(each -> each.getName().endsWith(".openrpc.json"))
        .forEach(each -> texts.put(nameOf(each), text(each)));
    return texts;
  }

  private static String nameOf(JavaFileObject file) {
    String path = file.toUri().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String text(JavaFileObject source) {
    try {
      return new String(source.openInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
