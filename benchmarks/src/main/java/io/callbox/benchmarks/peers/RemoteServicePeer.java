package io.callbox.benchmarks.peers;

import io.callbox.benchmarks.work.Order;
import io.callbox.benchmarks.work.Work;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.redisson.Redisson;
import org.redisson.api.RFuture;
import org.redisson.api.RRemoteService;
import org.redisson.api.RedissonClient;
import org.redisson.api.RemoteInvocationOptions;
import org.redisson.api.annotation.RRemoteAsync;
import org.redisson.api.options.PlainOptions;
import org.redisson.config.Config;

/**
 * Redisson's RRemoteService with 64 workers, its default codec and its default client; the record
 * travels as JSON by Jackson, as with the other peers. Tuned by hand: no acknowledgment, two Netty
 * threads, a thread pool of its own for the workers, and few connections.
 *
 * @param acknowledged whether the caller waits for an acknowledgment first, which is the default
 * @param tuned whether the client is tuned
 */
record RemoteServicePeer(boolean acknowledged, boolean tuned) implements Peer {

  private static final int WORKERS = 64;
  private static final PlainOptions NAME = PlainOptions.name("work");

  /** The service: it has bytes in place of a record. */
  public interface Bytes {
    int multiply(int a, int b);

    byte[] relay(byte[] order);

    String echo(String text);
  }

  /** The same, asynchronous. */
  @RRemoteAsync(Bytes.class)
  public interface BytesAsync {
    RFuture<Integer> multiply(int a, int b);

    RFuture<byte[]> relay(byte[] order);

    RFuture<String> echo(String text);
  }

  @Override
  public Caller connect(String address) {
    RedissonClient client = Redisson.create(config(address));
    RRemoteService remote = client.getRemoteService(NAME);
    RemoteInvocationOptions options = RemoteInvocationOptions.defaults();
    RemoteInvocationOptions chosen = acknowledged ? options : options.noAck();
    return new Calls(client, remote.get(Bytes.class, chosen), remote.get(BytesAsync.class, chosen));
  }

  @Override
  public Served serve(String address, Work work) {
    RedissonClient client = Redisson.create(config(address));
    Bytes served = new Implementation(work);
    if (tuned) {
      ExecutorService pool = Executors.newFixedThreadPool(WORKERS);
      client.getRemoteService(NAME).register(Bytes.class, served, WORKERS, pool);
    } else {
      client.getRemoteService(NAME).register(Bytes.class, served, WORKERS);
    }
    return new Served(address, client::shutdown);
  }

  private Config config(String address) {
    Config config = new Config();
    if (!tuned) {
      config.useSingleServer().setAddress(address);
      return config;
    }
    config.setThreads(4).setNettyThreads(2);
    config
        .useSingleServer()
        .setAddress(address)
        .setConnectionMinimumIdleSize(4)
        .setConnectionPoolSize(16);
    return config;
  }

  private record Implementation(Work work) implements Bytes {

    @Override
    public int multiply(int a, int b) {
      return work.multiply(a, b);
    }

    @Override
    public byte[] relay(byte[] order) {
      return Frames.json(work.relay(Frames.order(order, 0)));
    }

    @Override
    public String echo(String text) {
      return work.echo(text);
    }
  }

  private record Calls(RedissonClient client, Bytes blocking, BytesAsync async) implements Caller {

    @Override
    public int multiply(int a, int b) {
      return blocking.multiply(a, b);
    }

    @Override
    public CompletableFuture<Integer> multiplyAsync(int a, int b) {
      return async.multiply(a, b).toCompletableFuture();
    }

    @Override
    public Order relay(Order order) {
      return Frames.order(blocking.relay(Frames.json(order)), 0);
    }

    @Override
    public CompletableFuture<Order> relayAsync(Order order) {
      return async
          .relay(Frames.json(order))
          .toCompletableFuture()
          .thenApply(reply -> Frames.order(reply, 0));
    }

    @Override
    public CompletableFuture<String> echoAsync(String text) {
      return async.echo(text).toCompletableFuture();
    }

    @Override
    public void close() {
      client.shutdown();
    }
  }
}
