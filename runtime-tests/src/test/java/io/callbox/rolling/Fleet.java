package io.callbox.rolling;

import io.callbox.node.RpcNode;
import io.callbox.rolling.Versions.Version;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Three workers and two clients that call all the time. Each is replaced by first starting the new
 * one and then closing the old one, as a rolling deployment does. For one thread; closed by whoever
 * made it.
 */
final class Fleet implements AutoCloseable {

  private static final int WORKERS = 3;
  private static final int CLIENTS = 2;

  private final RedisServer redis;
  private final int callsBetween;
  private final Tally tally = new Tally();
  private final List<RpcNode> workers = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();
  private final List<CompletableFuture<Void>> closing = new ArrayList<>();
  private int started;

  Fleet(RedisServer redis, int callsBetween, Version first) {
    this.redis = redis;
    this.callsBetween = callsBetween;
    for (int count = 0; count < WORKERS; count++) {
      workers.add(worker(first));
    }
    for (int count = 0; count < CLIENTS; count++) {
      clients.add(new Client(redis, "client-" + ++started, first, tally));
    }
  }

  /** How calls have ended so far. */
  Tally tally() {
    return tally;
  }

  /** Replaces the oldest of the workers. */
  void replaceWorker(Version version) {
    workers.add(worker(version));
    RpcNode old = workers.remove(0);
    closing.add(CompletableFuture.runAsync(old::close));
    awaitCalls();
  }

  /** Replaces the older of the clients. */
  void replaceClient(Version version) {
    clients.add(new Client(redis, "client-" + ++started, version, tally));
    Client old = clients.remove(0);
    closing.add(CompletableFuture.runAsync(old::close));
    awaitCalls();
  }

  void replaceWorkers(Version version) {
    for (int count = 0; count < WORKERS; count++) {
      replaceWorker(version);
    }
  }

  void replaceClients(Version version) {
    for (int count = 0; count < CLIENTS; count++) {
      replaceClient(version);
    }
  }

  /** Waits until so many calls more have ended as are to be made between two replacements. */
  void awaitCalls() {
    long enough = tally.all() + callsBetween;
    Await.until(callsBetween + " calls have ended", () -> tally.all() >= enough);
  }

  /** Waits until all that were replaced are gone. */
  void settle() {
    CompletableFuture.allOf(closing.toArray(CompletableFuture<?>[]::new)).join();
    closing.clear();
  }

  private RpcNode worker(Version version) {
    String id = "worker-" + ++started + "-v" + version.number();
    return RpcNode.builder(id)
        .redis(redis.uri())
        .register(version.contract().skeleton((self, method, values) -> serve(method, values)))
        .start();
  }

  private static Object serve(Method method, Object[] values) {
    if (method.getReturnType() == String.class) {
      return method.getName() + Arrays.toString(values);
    }
    return method.getReturnType() == int.class ? 7 : null;
  }

  @Override
  public void close() {
    clients.forEach(Client::close);
    workers.forEach(RpcNode::close);
    settle();
  }
}
