package io.callbox.transport.redisson;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Consumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * Moves messages through Redis lists: {@code LPUSH} to send, pops from the right to take, so first
 * in is first out. Needs Redis 7.0 or later.
 *
 * <p>Safe for use by many threads. A client made by {@link #connect} is shut down by {@link
 * #close}; a client given to {@link #of} belongs to whoever made it.
 */
public final class RedissonTransport implements Transport {

  private final RedissonClient client;
  private final boolean owned;
  private final Scripts scripts;
  private final SampledClock clock;

  private RedissonTransport(RedissonClient client, boolean owned) {
    this.client = client;
    this.owned = owned;
    this.scripts = new Scripts(client);
    this.clock = new SampledClock(scripts::time);
  }

  /**
   * Connects with a lean client of its own: two threads and as many connections as are in use.
   *
   * @param uri {@code redis://[user:password@]host:port[/database]}, or {@code rediss://} for TLS
   * @throws RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public static RedissonTransport connect(String uri) {
    RedissonClient client = LeanClient.connect(uri);
    try {
      return started(new RedissonTransport(client, true));
    } catch (RpcException unavailable) {
      shutdown(client);
      throw unavailable;
    }
  }

  /**
   * Uses a client that somebody else owns.
   *
   * @throws RpcException {@code UNAVAILABLE} if Redis is out of reach
   */
  public static RedissonTransport of(RedissonClient client) {
    return started(new RedissonTransport(client, false));
  }

  private static RedissonTransport started(RedissonTransport transport) {
    transport.clock.start();
    return transport;
  }

  @Override
  public CompletionStage<@Nullable Void> push(QueueName queue, List<byte[]> messages) {
    return translated(
        client
            .<byte[]>getDeque(queue.key(), ByteArrayCodec.INSTANCE)
            .addFirstAsync(messages.toArray(byte[][]::new)),
        queue);
  }

  @Override
  public CompletionStage<@Nullable Void> reply(
      QueueName queue, List<byte[]> messages, Duration keep) {
    return translated(scripts.reply(queue, messages, keep), queue);
  }

  @Override
  public Consumer consume(List<QueueName> queues) {
    return new PopConsumer(client, queues);
  }

  @Override
  public BrokerClock clock() {
    return clock;
  }

  @Override
  public void close() {
    if (owned) {
      shutdown(client);
    }
  }

  /** Without a quiet period: by now no pop is outstanding that the client would wait for. */
  private static void shutdown(RedissonClient client) {
    client.shutdown(0, 2, TimeUnit.SECONDS);
  }

  private static CompletionStage<@Nullable Void> translated(
      CompletionStage<?> pushed, QueueName queue) {
    CompletableFuture<@Nullable Void> translated = new CompletableFuture<>();
    pushed.whenComplete(
        (done, failure) -> {
          if (failure == null) {
            translated.complete(null);
          } else {
            translated.completeExceptionally(unavailable(queue, failure));
          }
        });
    return translated;
  }

  /** The failure of a push: whether Redis applied it before the answer was lost is unknown. */
  static RpcException unavailable(QueueName queue, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return new RpcException(
        StatusCode.UNAVAILABLE,
        Executed.UNKNOWN,
        "Redis failed on " + queue + ": " + cause.getMessage(),
        cause);
  }
}
