package io.callbox.benchmarks.driver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A contestant as a command names it: {@code callbox?services=10}.
 *
 * @param contestant who it is
 * @param settings {@code jar}: another build, to compare with; {@code java}: the home of another
 *     JVM, for client and servers; {@code options}: for these JVMs, with semicolons between; {@code
 *     callers}: {@code virtual} if callers that block are virtual threads; and those of the
 *     contestant itself
 */
public record Named(String contestant, Map<String, String> settings) {

  public Named {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Reads one. */
  public static Named of(String text) {
    int mark = text.indexOf('?');
    if (mark < 0) {
      return new Named(text, Map.of());
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (String pair : text.substring(mark + 1).split("&", -1)) {
      int sign = pair.indexOf('=');
      settings.put(pair.substring(0, sign), pair.substring(sign + 1));
    }
    return new Named(text.substring(0, mark), settings);
  }

  /** A setting. */
  public String setting(String name, String otherwise) {
    return settings.getOrDefault(name, otherwise);
  }

  /** Options for its JVMs. */
  public List<String> options() {
    String options = setting("options", "");
    return options.isEmpty() ? List.of() : List.of(options.split(";", -1));
  }
}
