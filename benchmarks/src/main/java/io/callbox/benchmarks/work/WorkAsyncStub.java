package io.callbox.benchmarks.work;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.RpcChannel;
import java.util.concurrent.CompletableFuture;

/** By hand what the compiler would write. */
public record WorkAsyncStub(RpcChannel channel) {

  public CompletableFuture<Integer> multiply(int a, int b) {
    return ClientCalls.future(
        channel,
        WorkMarshaller.MULTIPLY,
        out -> WorkMarshaller.writeMultiply(out, a, b),
        CallOptions.DEFAULT);
  }

  public CompletableFuture<Order> relay(Order order) {
    return ClientCalls.future(
        channel,
        WorkMarshaller.RELAY,
        out -> WorkMarshaller.writeRelay(out, order),
        CallOptions.DEFAULT);
  }

  public CompletableFuture<String> echo(String text) {
    return ClientCalls.future(
        channel,
        WorkMarshaller.ECHO,
        out -> WorkMarshaller.writeEcho(out, text),
        CallOptions.DEFAULT);
  }
}
