package io.callbox.internal.gateway.calls;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.contract.model.ContractFormatException;
import io.callbox.contract.model.JsonObject;
import io.callbox.contract.model.JsonTree;
import io.callbox.node.RpcNode;
import io.callbox.registry.ServiceInfo;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks nodes for the contracts of their services, all at once. A node that does not answer may be
 * busy, or of another kind: it is asked again after a pause that doubles each time. Belongs to one
 * thread.
 */
final class ContractCalls {

  private static final Logger LOG = LoggerFactory.getLogger(ContractCalls.class);
  private static final CallOptions OPTIONS = CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(5));
  private static final long SHORTEST_PAUSE = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofSeconds(30).toNanos();
  private static final MethodDescriptor<String> DISCOVER =
      MethodDescriptor.named("rpc", "discover").idempotent().returning(RawJson::copy);

  private final RpcNode node;
  private final Map<ServiceInfo, Silence> silent = new HashMap<>();

  ContractCalls(RpcNode node) {
    this.node = node;
  }

  /** A service whose contract was not told, and for how long it is not asked for again. */
  private record Silence(long sinceNanos, long pauseNanos) {

    static Silence after(@Nullable Silence before) {
      long pause = before == null ? SHORTEST_PAUSE : Math.min(LONGEST_PAUSE, 2 * before.pauseNanos);
      return new Silence(System.nanoTime(), pause);
    }

    boolean isOver() {
      return System.nanoTime() - sinceNanos >= pauseNanos;
    }
  }

  /**
   * Asks for contracts; waits five seconds at most.
   *
   * @param providers which node to ask about a service
   * @return the contracts that were told
   */
  Map<ServiceInfo, JsonObject> ask(Map<ServiceInfo, String> providers) {
    silent.keySet().retainAll(providers.keySet());
    Map<ServiceInfo, CompletableFuture<String>> answers = new LinkedHashMap<>();
    providers.forEach(
        (service, provider) -> {
          Silence silence = silent.get(service);
          if (silence == null || silence.isOver()) {
            answers.put(service, ask(provider, service.name()));
          }
        });
    Map<ServiceInfo, JsonObject> told = new LinkedHashMap<>();
    answers.forEach((service, answer) -> read(service, answer, told));
    silent.keySet().removeAll(told.keySet());
    return told;
  }

  private CompletableFuture<String> ask(String provider, String service) {
    return node.channelTo(provider).callAsync(DISCOVER, out -> write(out, service), OPTIONS);
  }

  private static void write(JsonGenerator out, String service) throws IOException {
    out.writeStartObject();
    out.writeStringField("service", service);
    out.writeEndObject();
  }

  private void read(
      ServiceInfo service, CompletableFuture<String> answer, Map<ServiceInfo, JsonObject> told) {
    try {
      told.put(service, JsonObject.of(JsonTree.parse(answer.join()), service.name()));
    } catch (CompletionException | ContractFormatException untold) {
      LOG.debug("the contract of {} is not told", service.name(), untold);
      silent.merge(service, Silence.after(null), (before, first) -> Silence.after(before));
    }
  }
}
