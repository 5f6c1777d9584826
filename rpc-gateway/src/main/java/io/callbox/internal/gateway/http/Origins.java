package io.callbox.internal.gateway.http;

import io.callbox.gateway.access.RequestHead;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may use the gateway from within a browser: its own, and those of listed origins. A
 * request without the header {@code Origin} is no page's. Immutable.
 *
 * @param allowed origins as browsers write them: {@code https://shop.example}
 * @param hosts the names that the gateway may be called by, with ports; empty for any. Set where
 *     nobody is asked for a token, so that a page cannot reach a loopback address under a name of
 *     its own
 */
public record Origins(Set<String> allowed, Set<String> hosts) {

  private static final String METHODS = "GET, POST";
  private static final String HEADERS =
      "authorization, content-type, callbox-timeout, traceparent, tracestate, baggage,"
          + " mcp-protocol-version, mcp-session-id, accept, last-event-id";

  /** Pages of these origins. */
  public Origins {
    allowed = Set.copyOf(allowed);
    hosts = Set.copyOf(hosts);
  }

  /** Why a request is refused; null if it is not. */
  @Nullable String refusal(RequestHead head) {
    String host = head.header("host");
    if (!hosts.isEmpty() && (host == null || !hosts.contains(host))) {
      return "the gateway is not called by this name";
    }
    String origin = head.header("origin");
    if (origin == null || allowed.contains(origin) || isOwn(origin, host)) {
      return null;
    }
    return "pages of this origin may not use the gateway";
  }

  /** The headers that let a page of another origin read the answer. */
  Map<String, String> headers(RequestHead head) {
    String origin = head.header("origin");
    if (origin == null || !allowed.contains(origin)) {
      return Map.of();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Access-Control-Allow-Origin", origin);
    headers.put("Access-Control-Expose-Headers", "Mcp-Session-Id, Retry-After");
    headers.put("Vary", "Origin");
    return headers;
  }

  /** The answer to a browser that asks before it sends. */
  Answer preflight() {
    return Answer.nothing(204)
        .with("Access-Control-Allow-Methods", METHODS)
        .with("Access-Control-Allow-Headers", HEADERS)
        .with("Access-Control-Max-Age", "600");
  }

  private static boolean isOwn(String origin, @Nullable String host) {
    try {
      return host != null && host.equals(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
