package io.callbox.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * A JSON value that is not what its place asks for. Knows the path of the value below the member
 * marked by {@link JsonPath#mark}, what was expected and what was found.
 */
public final class JsonMismatchException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String path;
  private final String problem;

  /**
   * @param path where the value is, {@code order.lines[3].quantity}; empty at the marked place
   *     itself
   * @param problem what is wrong with it, {@code must be an int, got "x"}
   */
  public JsonMismatchException(String path, String problem) {
    super(path.isEmpty() ? problem : path + ' ' + problem);
    this.path = path;
    this.problem = problem;
  }

  /** The value under the parser should have been {@code expected}, {@code an int} for example. */
  public static JsonMismatchException expected(String expected, JsonParser in) {
    return at(in, "must be " + expected + ", got " + Excerpt.of(in));
  }

  /** The value under the parser has the given problem. */
  public static JsonMismatchException at(JsonParser in, String problem) {
    return new JsonMismatchException(JsonPath.of(in), problem);
  }

  /** Where the value is, {@code order.lines[3].quantity}; empty at the marked place itself. */
  public String path() {
    return path;
  }

  /** What is wrong with it, {@code must be an int, got "x"}. */
  public String problem() {
    return problem;
  }
}
