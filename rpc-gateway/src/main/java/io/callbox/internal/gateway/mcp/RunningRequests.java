package io.callbox.internal.gateway.mcp;

import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.Disposable;

/**
 * The requests that their clients may still cancel. It has as many entries as requests are under
 * way. Safe for use by many threads.
 */
final class RunningRequests {

  /**
   * A request of one client.
   *
   * @param client a value that only this client knows
   * @param id the id of the request
   */
  record Key(String client, Object id) {}

  /** Returns the id of the request that a notification cancels; empty if it cancels none. */
  static Optional<Object> cancelledBy(JSONRPCNotification notification) {
    return notification.method().equals("notifications/cancelled")
            && notification.params() instanceof Map<?, ?> params
        ? Optional.ofNullable(params.get("requestId"))
        : Optional.empty();
  }

  private final Map<Key, Disposable> running = new ConcurrentHashMap<>();

  /**
   * Remembers a request until it has ended. Clients without a session may share a key: then only
   * the last request can be cancelled by it.
   */
  void began(Key key, Disposable request) {
    running.put(key, request);
  }

  /** Forgets this request, but not another one that has the same key. */
  void ended(Key key, Disposable request) {
    running.remove(key, request);
  }

  /** Cancels the last request with this key, if it has not ended. */
  void cancel(Key key) {
    Disposable request = running.remove(key);
    if (request != null) {
      request.dispose();
    }
  }

  /** Cancels all of them. */
  void cancelAll() {
    running.keySet().forEach(this::cancel);
  }
}
