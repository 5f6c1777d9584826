package io.callbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import org.jspecify.annotations.Nullable;

/**
 * Finds the path of the value that a parser stands on, as a user would write it: {@code
 * order.lines[3].quantity}.
 */
public final class JsonPath {

  private static final Object ROOT = new Object();

  private JsonPath() {}

  /**
   * Marks the object that the parser is in: paths start below its members, so that a message speaks
   * of {@code order.lines} rather than of {@code params.order.lines}.
   */
  public static void mark(JsonParser in) {
    in.getParsingContext().setCurrentValue(ROOT);
  }

  /** Lets the paths of a parser that has just been made start below a value of another one. */
  static void continueAt(String path, JsonParser in) {
    in.getParsingContext().setCurrentValue(path);
  }

  /** The path of the value or name that the parser stands on. */
  public static String of(JsonParser in) {
    JsonStreamContext here = in.getParsingContext();
    boolean atStart = in.currentToken() != null && in.currentToken().isStructStart();
    return render(atStart && here.getParent() != null ? here.getParent() : here);
  }

  private static String render(@Nullable JsonStreamContext context) {
    StringBuilder path = new StringBuilder();
    prepend(context, path);
    return path.toString();
  }

  private static void prepend(@Nullable JsonStreamContext context, StringBuilder path) {
    if (context == null || context.getCurrentValue() == ROOT) {
      return;
    }
    if (context.inRoot()) {
      path.append(context.getCurrentValue() instanceof String prefix ? prefix : "");
      return;
    }
    prepend(context.getParent(), path);
    if (context.inArray() && context.getCurrentValue() instanceof Members names) {
      appendName(path, names.name(context.getCurrentIndex()));
    } else if (context.inArray()) {
      path.append('[').append(context.getCurrentIndex()).append(']');
    } else if (context.getCurrentName() != null) {
      appendName(path, context.getCurrentName());
    }
  }

  private static void appendName(StringBuilder path, String name) {
    path.append(path.isEmpty() ? "" : ".").append(Excerpt.ofName(name));
  }
}
