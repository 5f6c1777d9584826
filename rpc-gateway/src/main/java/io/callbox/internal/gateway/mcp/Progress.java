package io.callbox.internal.gateway.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Sends the progress of a call to a client that has asked for it, so that the client knows that the
 * call is not lost. Immutable.
 *
 * @param token the client's token for the request
 */
record Progress(Object token) {

  private static final Duration PERIOD = Duration.ofSeconds(1);

  /** Returns the progress that a request asks for. */
  static Optional<Progress> of(JSONRPCRequest request) {
    return request.params() instanceof Map<?, ?> params
            && params.get("_meta") instanceof Map<?, ?> meta
        ? Optional.<Object>ofNullable(meta.get("progressToken")).map(Progress::new)
        : Optional.empty();
  }

  /** Returns a notification each second if there is new progress; without end. */
  Flux<JSONRPCNotification> notifications(CallProgress call) {
    return Flux.interval(PERIOD)
        .onBackpressureDrop()
        .publishOn(Schedulers.boundedElastic(), 1)
        .flatMapIterable(
            tick ->
                call.since(tick + 1).map(said -> notification(said, Map.of())).stream().toList(),
            1);
  }

  /**
   * Makes a notification.
   *
   * @param meta further members, in {@code _meta}; empty for none
   */
  JSONRPCNotification notification(CallProgress.Said said, Map<String, Object> meta) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("progressToken", token);
    params.put("progress", said.done());
    if (said.total() > 0) {
      params.put("total", said.total());
    }
    params.put("message", said.text());
    if (!meta.isEmpty()) {
      params.put("_meta", meta);
    }
    return new JSONRPCNotification(McpSchema.METHOD_NOTIFICATION_PROGRESS, params);
  }
}
