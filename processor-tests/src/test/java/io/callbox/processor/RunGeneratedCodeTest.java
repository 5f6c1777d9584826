package io.callbox.processor;

import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each program in {@code run/} uses the generated code of the contract in {@code good/} that it is
 * named after: stub, JSON, skeleton, implementation, and back.
 */
final class RunGeneratedCodeTest {

  static List<String> programs() {
    return Corpus.files("run");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void doesWhatTheContractSays(String program) throws Exception {
    String contract = program.replace("Run.java", "");
    GeneratedCode.run(
        "good." + contract + "Run",
        JavaFileObjects.forSourceString(
            "good." + contract, Corpus.text("good/" + contract + ".java")),
        JavaFileObjects.forSourceString("good." + contract + "Run", Corpus.text("run/" + program)));
  }
}
