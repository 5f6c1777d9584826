package io.callbox.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.callbox.transport.Namespace;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiler accepts those names of services that nodes, console and command line accept. */
final class ServiceNamesTest {

  static Stream<String> names() {
    return Stream.of(
        "Orders",
        "com.acme.Orders-2",
        "Größe",
        "注文.v1",
        "_",
        "a".repeat(512),
        "a".repeat(513),
        ".a",
        "a.",
        "a..b",
        "a b",
        "a:1",
        "{a}",
        "a/b",
        "a*");
  }

  @ParameterizedTest
  @MethodSource("names")
  void compilerAndRuntimeAgree(String name) {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new RemoteServiceProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "named.Named",
                    """
                    package named;
                    @io.callbox.annotation.RemoteService("%s")
                    public interface Named {
                      int get();
                    }
                    """
                        .formatted(name)));
    boolean compiles = compilation.status() != Compilation.Status.FAILURE;
    assertEquals(Namespace.isService(name), compiles, () -> "" + compilation.diagnostics());
  }
}
