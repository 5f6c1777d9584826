package io.callbox.internal.gateway.http;

import io.callbox.gateway.access.RequestHead;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which web pages may use the gateway from a browser: its own pages, and pages of listed
 * origins. A request without the header {@code Origin} does not come from a page. Immutable.
 *
 * @param allowed origins as browsers write them: {@code https://shop.example}
 * @param hosts the host names, with ports, by which clients may call the gateway; empty for any.
 *     Set if the gateway asks for no token, so that a page cannot reach a loopback address under
 *     another name
 */
public record Origins(Set<String> allowed, Set<String> hosts) {

  private static final String METHODS = "GET, POST";
  private static final String HEADERS =
      "authorization, content-type, callbox-timeout, traceparent, tracestate, baggage,"
          + " mcp-protocol-version, mcp-session-id, accept, last-event-id";

  /** Copies the sets. */
  public Origins {
    allowed = Set.copyOf(allowed);
    hosts = Set.copyOf(hosts);
  }

  /** Returns the reason why a request is refused; null if it is not refused. */
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

  /** Returns whether a request comes from a page of this gateway, or from no page. */
  boolean isOwn(RequestHead head) {
    String origin = head.header("origin");
    return origin == null || isOwn(origin, head.header("host"));
  }

  /** Returns the headers that let a page of another origin read the answer. */
  private Map<String, String> headers(RequestHead head) {
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

  /** Returns an answer that a page of an allowed origin may read. */
  Answer readable(RequestHead head, Answer answer) {
    Answer open = answer;
    for (Map.Entry<String, String> each : headers(head).entrySet()) {
      open = open.with(each.getKey(), each.getValue());
    }
    return open;
  }

  /** Returns the answer to a browser's preflight request. */
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
