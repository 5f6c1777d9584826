package io.callbox.benchmarks.peers;

import io.callbox.benchmarks.work.Order;
import io.callbox.benchmarks.work.Work;
import io.callbox.benchmarks.work.WorkAsyncStub;
import io.callbox.benchmarks.work.WorkSkeleton;
import io.callbox.benchmarks.work.WorkStub;
import io.callbox.node.RpcNode;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Callbox with its defaults. */
final class CallboxPeer implements Peer {

  @Override
  public Caller connect(String address) {
    RpcNode node = RpcNode.builder("client-" + unique()).redis(address).start();
    return new Calls(
        node, new WorkStub(node.channelToAny()), new WorkAsyncStub(node.channelToAny()));
  }

  @Override
  public Served serve(String address, Work work) {
    RpcNode node =
        RpcNode.builder("server-" + unique())
            .redis(address)
            .register(new WorkSkeleton(work))
            .start();
    return new Served(address, node);
  }

  private static String unique() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  private record Calls(RpcNode node, WorkStub blocking, WorkAsyncStub async) implements Caller {

    @Override
    public int multiply(int a, int b) {
      return blocking.multiply(a, b);
    }

    @Override
    public CompletableFuture<Integer> multiplyAsync(int a, int b) {
      return async.multiply(a, b);
    }

    @Override
    public Order relay(Order order) {
      return blocking.relay(order);
    }

    @Override
    public CompletableFuture<Order> relayAsync(Order order) {
      return async.relay(order);
    }

    @Override
    public CompletableFuture<String> echoAsync(String text) {
      return async.echo(text);
    }

    @Override
    public void close() {
      node.close();
    }
  }
}
