package io.callbox.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** GraalVM is told of what is looked at by reflection, and of nothing else. */
final class NativeImageTest {

  private static final String FILE = "META-INF/native-image/io.callbox/a.S/reflect-config.json";

  @Test
  void typesThatAreLeftToDatabindAreNamed() throws IOException {
    Compilation compilation =
        compile(
            """
            @SuppressWarnings("RPC034") int a(Left b);
            record Plain(int c) {}
            int d(Plain e);
            record Left(
                @com.fasterxml.jackson.annotation.JsonFormat(pattern = "yyyy")
                java.time.Instant at) {}
            """);
    try (InputStream in = reflection(compilation).orElseThrow().openInputStream()) {
      JsonNode types = new ObjectMapper().readTree(in);
      assertEquals(List.of("a.S$Left"), types.findValuesAsText("name"));
      assertTrue(types.get(0).get("allDeclaredConstructors").asBoolean());
    }
  }

  @Test
  void serviceWithoutSuchTypesHasNoFile() {
    Compilation compilation = compile("int a(Plain b); record Plain(int c) {}");
    assertEquals(Optional.empty(), reflection(compilation));
  }

  private static Optional<JavaFileObject> reflection(Compilation compilation) {
    return compilation.generatedFile(StandardLocation.CLASS_OUTPUT, FILE);
  }

  private static Compilation compile(String members) {
    Compilation compilation =
        javac()
            .withOptions("-parameters")
            .withProcessors(new RemoteServiceProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "a.S",
                    "package a; @io.callbox.annotation.RemoteService interface S { "
                        + members
                        + " }"));
    assertThat(compilation).succeeded();
    return compilation;
  }
}
