package io.callbox.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** Reads values whose JSON form is a string in a format of its own. */
final class Parsed {

  private Parsed() {}

  /**
   * Reads a string and parses it.
   *
   * @param expected names the expected value in an error message
   * @param parser throws one of the exceptions by which the JDK refuses a text
   */
  static <T> T read(JsonParser in, String expected, Function<String, T> parser) throws IOException {
    String text = Texts.read(in, expected);
    try {
      return parser.apply(text);
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException malformed) {
      throw JsonMismatchException.expected(expected, in);
    }
  }
}
