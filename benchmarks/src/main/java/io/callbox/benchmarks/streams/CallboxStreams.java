package io.callbox.benchmarks.streams;

import io.callbox.benchmarks.harness.Broker;
import io.callbox.benchmarks.harness.Brokers;
import io.callbox.benchmarks.work.TicksAsyncStub;
import io.callbox.benchmarks.work.TicksSkeleton;
import io.callbox.node.RpcNode;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.LongAdder;

/** Two nodes and a Redis. */
final class CallboxStreams implements Contestant {

  private final Broker redis = Brokers.startFor("callbox");
  private final RpcNode server =
      RpcNode.builder("server")
          .redis(redis.address())
          .register(new TicksSkeleton(() -> new Endless(TEXT)))
          .start();
  private final RpcNode client = RpcNode.builder("client").redis(redis.address()).start();
  private final TicksAsyncStub stub = new TicksAsyncStub(client.channelTo("server"));

  @Override
  public void open(LongAdder arrived) {
    stub.ticks().subscribe(new Counting(arrived));
  }

  @Override
  public void close() {
    client.close();
    server.close();
    redis.close();
  }

  private record Counting(LongAdder arrived) implements Flow.Subscriber<String> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String item) {
      arrived.increment();
    }

    @Override
    public void onError(Throwable failure) {
      System.err.println("a stream ended: " + failure.getMessage());
    }

    @Override
    public void onComplete() {}
  }
}
