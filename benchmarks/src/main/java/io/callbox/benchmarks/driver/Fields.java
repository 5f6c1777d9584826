package io.callbox.benchmarks.driver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Named values in one line, {@code calls=12 nanos=34}: how the processes talk. */
public record Fields(Map<String, String> values) {

  public Fields {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Reads a line. */
  public static Fields parse(String line) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : line.trim().split(" +", -1)) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        values.put(pair.substring(0, sign), pair.substring(sign + 1));
      }
    }
    return new Fields(values);
  }

  /** A text. */
  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** A number. */
  public double number(String name) {
    return Double.parseDouble(text(name, "NaN"));
  }

  /** A whole number. */
  public int whole(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + '=' + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
