package io.callbox.internal.gateway.mcp;

import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.Disposable;

/**
 * Requests that their clients may still cancel, by who sent them. Safe for use by many threads; as
 * many as are under way.
 */
final class RunningRequests {

  /**
   * A request of one client.
   *
   * @param client what nobody else knows of it
   * @param id its id, as it came
   */
  record Key(String client, Object id) {}

  /** The id of the request that a notification cancels; empty if it cancels none. */
  static Optional<Object> cancelledBy(JSONRPCNotification notification) {
    return notification.method().equals("notifications/cancelled")
            && notification.params() instanceof Map<?, ?> params
        ? Optional.ofNullable(params.get("requestId"))
        : Optional.empty();
  }

  private final Map<Key, Disposable> running = new ConcurrentHashMap<>();

  /** Remembers a request until it has ended. */
  void began(Key key, Disposable request) {
    running.put(key, request);
  }

  /** Forgets it. */
  void ended(Key key) {
    running.remove(key);
  }

  /** Cancels it, if it has not ended. */
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
