package io.callbox.rolling;

import io.callbox.node.RpcNode;
import io.callbox.rolling.Versions.Version;
import io.callbox.testkit.redis.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls every method of its version in turn, on some threads, until it is closed. */
final class Client implements AutoCloseable {

  private static final int THREADS = 2;

  private final RpcNode node;
  private final Version version;
  private final Tally tally;
  private final List<CompletableFuture<Void>> calling = new ArrayList<>();
  private volatile boolean ended;

  Client(RedisServer redis, String id, Version version, Tally tally) {
    this.version = version;
    this.tally = tally;
    this.node = RpcNode.builder(id).redis(redis.uri()).timeout(Duration.ofSeconds(10)).start();
    for (int count = 0; count < THREADS; count++) {
      String name = id + "-calls-" + count;
      calling.add(CompletableFuture.runAsync(this::call, calls -> new Thread(calls, name).start()));
    }
  }

  private void call() {
    CalledContract orders = version.contract().through(node.channelToAny());
    while (!ended) {
      orders.methods().forEach(method -> call(orders, method));
    }
  }

  /** What only this version takes is what it sends: all that a {@code long} can hold. */
  private void call(CalledContract orders, String method) {
    Class<?>[] types = orders.parameters(method);
    Object[] values = new Object[types.length];
    for (int index = 0; index < values.length; index++) {
      values[index] =
          types[index] == String.class
              ? "nut"
              : types[index] == long.class ? (Object) Long.MAX_VALUE : (Object) 3;
    }
    try {
      Object result = orders.call(method, values);
      tally.succeeded(version.number(), method, result);
    } catch (Exception failure) {
      tally.failed(version.number(), method, failure);
    }
  }

  @Override
  public void close() {
    ended = true;
    CompletableFuture.allOf(calling.toArray(CompletableFuture<?>[]::new))
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
    node.close();
  }
}
