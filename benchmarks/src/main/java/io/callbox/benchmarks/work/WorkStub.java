package io.callbox.benchmarks.work;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.RpcChannel;

/** By hand what the compiler would write. */
public record WorkStub(RpcChannel channel) implements Work {

  @Override
  public int multiply(int a, int b) {
    return ClientCalls.await(
        channel,
        WorkMarshaller.MULTIPLY,
        out -> WorkMarshaller.writeMultiply(out, a, b),
        CallOptions.DEFAULT);
  }

  @Override
  public Order relay(Order order) {
    return ClientCalls.await(
        channel,
        WorkMarshaller.RELAY,
        out -> WorkMarshaller.writeRelay(out, order),
        CallOptions.DEFAULT);
  }

  @Override
  public String echo(String text) {
    return ClientCalls.await(
        channel,
        WorkMarshaller.ECHO,
        out -> WorkMarshaller.writeEcho(out, text),
        CallOptions.DEFAULT);
  }
}
