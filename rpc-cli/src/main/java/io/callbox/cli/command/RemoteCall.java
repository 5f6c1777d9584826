package io.callbox.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.cli.json.JsonValues;
import io.callbox.contract.model.MethodContract;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A call that is ready to make, once or several times. Safe for use by many threads.
 *
 * @param channel its channel
 * @param method its method
 * @param params its arguments
 * @param options its timeout and headers
 */
record RemoteCall(
    RpcChannel channel,
    MethodDescriptor<Optional<Object>> method,
    @Nullable Object params,
    CallOptions options) {

  /** Creates a call of a method whose contract may be known. */
  static RemoteCall of(
      RpcChannel channel,
      Target target,
      Optional<MethodContract> contract,
      @Nullable Object params,
      CallOptions options) {
    MethodDescriptor.Builder builder =
        MethodDescriptor.named(target.service(), String.valueOf(target.method()));
    if (contract.filter(it -> it.traits().oneWay()).isPresent()) {
      builder.oneWay();
    }
    if (contract.filter(it -> it.traits().idempotent()).isPresent()) {
      builder.idempotent();
    }
    contract
        .map(it -> it.traits().timeout())
        .filter(it -> !it.isEmpty())
        .ifPresent(it -> builder.timeout(Duration.parse(it)));
    return new RemoteCall(
        channel,
        builder.returning(in -> Optional.ofNullable(JsonValues.read(in))),
        params,
        options);
  }

  /**
   * Makes the call. The future has its result, or is empty for a one-way call that its queue has
   * accepted.
   */
  CompletableFuture<Optional<Object>> make() {
    if (method.oneWay()) {
      return channel.sendAsync(method, this::write, options).thenApply(sent -> Optional.empty());
    }
    return channel.callAsync(method, this::write, options);
  }

  private void write(JsonGenerator out) throws IOException {
    JsonValues.write(params == null ? Map.of() : params, out);
  }
}
