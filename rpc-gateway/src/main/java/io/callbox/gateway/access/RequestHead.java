package io.callbox.gateway.access;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an HTTP request says before its body. Immutable.
 *
 * @param method its method, in capitals
 * @param path its path, decoded and without the place where the gateway is mounted
 * @param headers its headers by their names in lower case; of several of one name, the first
 */
public record RequestHead(String method, String path, Map<String, String> headers) {

  /** What an HTTP request says before its body. */
  public RequestHead {
    headers = Map.copyOf(headers);
  }

  /** A header, whatever the case of its name; null if it is missing. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }
}
