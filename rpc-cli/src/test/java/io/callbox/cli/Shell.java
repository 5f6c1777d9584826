package io.callbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs commands in this process.
 *
 * @param redis where Redis is
 */
record Shell(String redis) {

  /**
   * How a command ended.
   *
   * @param code its exit code
   * @param out what it printed
   * @param err what it printed as error
   */
  record Outcome(int code, String out, String err) {

    Outcome expect(int expected) {
      assertEquals(expected, code, this::toString);
      return this;
    }
  }

  /** Runs a command that needs no Redis. */
  static Outcome runAlone(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Callbox.commandLineFor(words)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Outcome(code, out.toString(), err.toString());
  }

  /** Runs a command on the Redis. */
  Outcome run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--redis=" + redis);
    return runAlone(all.toArray(String[]::new));
  }
}
