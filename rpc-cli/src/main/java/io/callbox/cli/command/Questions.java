package io.callbox.cli.command;

import io.callbox.cli.json.JsonMap;
import io.callbox.cli.json.JsonValues;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Asks nodes about themselves, all at once. */
final class Questions {

  private final RpcNode node;
  private final CallOptions options;

  Questions(RpcNode node, Duration patience) {
    this.node = node;
    this.options = CallOptions.DEFAULT.withTimeout(patience);
  }

  /** Returns the statistics of nodes, by id, without nodes that do not answer. */
  Map<String, JsonMap> stats(List<String> nodes, @Nullable String service) {
    Map<String, CompletableFuture<Optional<Object>>> asked = new LinkedHashMap<>();
    nodes.forEach(each -> asked.put(each, ask(each, "stats", service)));
    Map<String, JsonMap> answers = new LinkedHashMap<>();
    asked.forEach(
        (each, answer) -> answered(answer).ifPresent(it -> answers.put(each, new JsonMap(it))));
    return answers;
  }

  /**
   * Returns the contract that a node serves, as an OpenRPC document; empty if it publishes none.
   */
  Optional<Object> contract(String of, String service) {
    return answered(ask(of, "discover", service));
  }

  private CompletableFuture<Optional<Object>> ask(
      String of, String question, @Nullable String service) {
    MethodDescriptor<Optional<Object>> method =
        MethodDescriptor.named("rpc", question)
            .idempotent()
            .returning(in -> Optional.ofNullable(JsonValues.read(in)));
    return node.channelTo(of)
        .callAsync(
            method,
            out ->
                JsonValues.write(
                    service == null ? Map.of() : JsonValues.object("service", service), out),
            options);
  }

  private static Optional<Object> answered(CompletableFuture<Optional<Object>> answer) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RpcException) {
        return Optional.empty();
      }
      throw failed;
    }
  }
}
