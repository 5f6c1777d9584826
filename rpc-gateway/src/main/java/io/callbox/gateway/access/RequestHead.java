package io.callbox.gateway.access;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of an HTTP request. Immutable.
 *
 * @param method its method, in capitals
 * @param path its path, decoded, without the path where the gateway is mounted
 * @param headers its headers by name in lower case; the first one of several with the same name
 * @param principal the user of the request, as the server says if the gateway is a servlet; null if
 *     there is none
 */
public record RequestHead(
    String method, String path, Map<String, String> headers, @Nullable String principal) {

  /** Copies the headers. */
  public RequestHead {
    headers = Map.copyOf(headers);
  }

  /** Creates the head of a request without a user. */
  public RequestHead(String method, String path, Map<String, String> headers) {
    this(method, path, headers, null);
  }

  /** Returns a header, in any case of its name; null if it is missing. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }
}
