package io.callbox.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * Reports a JSON value that does not fit its place. Knows the path of the value below the member
 * marked by {@link JsonPath#mark}, what was expected and what was found.
 */
public final class JsonMismatchException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String path;
  private final String problem;

  /**
   * @param path the path of the value, {@code order.lines[3].quantity}; empty at the marked place
   *     itself
   * @param problem the problem of the value, {@code must be an int, got "x"}
   */
  public JsonMismatchException(String path, String problem) {
    super(path.isEmpty() ? problem : path + ' ' + problem);
    this.path = path;
    this.problem = problem;
  }

  /**
   * Reports that the parser stands on a value other than {@code expected}, {@code an int} for
   * example.
   */
  public static JsonMismatchException expected(String expected, JsonParser in) {
    return at(in, "must be " + expected + ", got " + Excerpt.of(in));
  }

  /** Reports a problem of the value that the parser stands on. */
  public static JsonMismatchException at(JsonParser in, String problem) {
    return new JsonMismatchException(JsonPath.of(in), problem);
  }

  /** The path of the value, {@code order.lines[3].quantity}; empty at the marked place itself. */
  public String path() {
    return path;
  }

  /** The problem of the value, {@code must be an int, got "x"}. */
  public String problem() {
    return problem;
  }
}
