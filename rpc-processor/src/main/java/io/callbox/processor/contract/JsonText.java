package io.callbox.processor.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Renders maps, lists, texts, numbers and booleans as JSON. */
final class JsonText {

  private JsonText() {}

  /** Returns JSON for people: one member or element on each line, in the given order. */
  static String pretty(Object value) {
    StringBuilder out = new StringBuilder();
    render(value, "\n", out);
    return out.append('\n').toString();
  }

  /**
   * Returns a text that is the same for the same messages: members and required names are sorted,
   * and there are no blanks.
   */
  static String canonical(Object value) {
    StringBuilder out = new StringBuilder();
    render(value, "", out);
    return out.toString();
  }

  /**
   * Renders a value.
   *
   * @param line the start of a line with its indentation; empty for the canonical form
   */
  private static void render(Object value, String line, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      renderMap(map, line, out);
    } else if (value instanceof List<?> list) {
      renderList(list, line, out);
    } else if (value instanceof String text) {
      quote(text, out);
    } else if (value instanceof Said said) {
      render(said.value(), line, out);
    } else {
      out.append(value);
    }
  }

  private static void renderMap(Map<?, ?> map, String line, StringBuilder out) {
    boolean canonical = line.isEmpty();
    String inner = canonical ? "" : line + "  ";
    char separator = '{';
    for (Object key : keys(map, canonical)) {
      Object value = Objects.requireNonNull(map.get(key));
      if (canonical && value instanceof Said) {
        continue;
      }
      out.append(separator).append(inner);
      quote(String.valueOf(key), out);
      out.append(canonical ? ":" : ": ");
      boolean isSet = canonical && key.equals("required");
      render(isSet ? sorted(value) : value, inner, out);
      separator = ',';
    }
    out.append(separator == '{' ? "{" : line).append('}');
  }

  private static Object[] keys(Map<?, ?> map, boolean sorted) {
    Object[] keys = map.keySet().toArray();
    if (sorted) {
      Arrays.sort(keys);
    }
    return keys;
  }

  private static Object sorted(Object value) {
    return value instanceof List<?> list ? list.stream().sorted().toList() : value;
  }

  private static void renderList(List<?> list, String line, StringBuilder out) {
    String inner = line.isEmpty() ? "" : line + "  ";
    String separator = "[";
    for (Object element : list) {
      out.append(separator).append(inner);
      render(element, inner, out);
      separator = ",";
    }
    out.append(list.isEmpty() ? "[" : line).append(']');
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    int done = 0;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '"' || letter == '\\' || letter < ' ') {
        escape(letter, out.append(text, done, at));
        done = at + 1;
      }
    }
    out.append(text, done, text.length()).append('"');
  }

  private static void escape(char letter, StringBuilder out) {
    if (letter == '"' || letter == '\\') {
      out.append('\\').append(letter);
    } else {
      out.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
    }
  }
}
