package io.callbox.internal.gateway.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;

/**
 * Tells a client that asked for it, each second, for how long its call has been under way: so it
 * knows that the call is not lost, and may wait on. Immutable.
 *
 * @param token what the client knows the request by
 */
record Progress(Object token) {

  private static final Duration PERIOD = Duration.ofSeconds(1);

  /** What a request asks for. */
  static Optional<Progress> of(JSONRPCRequest request) {
    return request.params() instanceof Map<?, ?> params
            && params.get("_meta") instanceof Map<?, ?> meta
        ? Optional.<Object>ofNullable(meta.get("progressToken")).map(Progress::new)
        : Optional.empty();
  }

  /** One notification each second, without end. */
  Flux<JSONRPCNotification> notifications() {
    return Flux.interval(PERIOD).map(tick -> notification(tick + 1)).onBackpressureDrop();
  }

  private JSONRPCNotification notification(long seconds) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("progressToken", token);
    params.put("progress", seconds);
    params.put("message", "under way for " + seconds + " s");
    return new JSONRPCNotification(McpSchema.METHOD_NOTIFICATION_PROGRESS, params);
  }
}
