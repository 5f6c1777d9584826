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
 * @param principal who the server says that it is of, where the gateway is a servlet; null if it
 *     says nothing
 */
public record RequestHead(
    String method, String path, Map<String, String> headers, @Nullable String principal) {

  /** What an HTTP request says before its body. */
  public RequestHead {
    headers = Map.copyOf(headers);
  }

  /** One of which no server says whom it is of. */
  public RequestHead(String method, String path, Map<String, String> headers) {
    this(method, path, headers, null);
  }

  /** A header, whatever the case of its name; null if it is missing. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }
}
