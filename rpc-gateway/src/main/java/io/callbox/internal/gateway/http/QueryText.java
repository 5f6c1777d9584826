package io.callbox.internal.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the query of a URI. */
final class QueryText {

  private QueryText() {}

  /** Returns its parameters, decoded; the first one of several with the same name. */
  static Map<String, String> parameters(@Nullable String text) {
    Map<String, String> query = new HashMap<>();
    for (String each : text == null ? new String[0] : text.split("&", -1)) {
      String[] parts = each.split("=", 2);
      if (parts.length == 2) {
        query.putIfAbsent(decoded(parts[0]), decoded(parts[1]));
      }
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
