package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SamplesTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                     | no command given
          fly                                    | no command 'fly'
          demo now                               | demo takes --stay only, got 'now'
          serve --node n1                        | --redis is missing
          serve --redis redis://h:1              | --node is missing
          serve --redis redis://h:1 --node n1 x  | serve takes options only, got 'x'
          serve --redis redis://h:1 --node n1 --concurrency 0 | --concurrency must be above zero, got 0
          call                                   | no method given; there are Arith.multiply,
          call --redis redis://h:1 Arith.add 1 2 | no method 'Arith.add' here; there are Arith.multiply,
          call Arith.multiply 7                  | Arith.multiply: argument 'b' is missing
          call Arith.multiply 7 8 9              | Arith.multiply: too many arguments: 9
          call Arith.multiply 7 x                | Arith.multiply: argument 'b' must be a whole number, got 'x'
          call Arith.multiply 7 8                | --redis is missing
          call --redis redis://h:1 --timeout 2 Arith.multiply 7 8 | --timeout must be a time
          """)
  void misuseIsExplainedAndEndsWithTwo(String line, String message) throws Exception {
    List<String> args = line.isEmpty() ? List.of() : List.of(line.split(" +", -1));
    assertEquals(2, Samples.run(args, printer(out), printer(err)));
    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.startsWith(message), said);
    assertTrue(said.contains("usage: java -jar samples.jar <command>"), said);
    assertEquals("", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void helpIsTheUsageAndEndsWithZero() throws Exception {
    assertEquals(0, Samples.run(List.of("--help"), printer(out), printer(err)));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("demo [--stay]"));
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
