package io.callbox.internal.redisson.broker;

import io.callbox.internal.redisson.failure.ClusterChange;
import io.callbox.internal.redisson.failure.RedisFailure;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport.Listener;
import io.callbox.transport.Transport.Listening;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.redisson.api.RTopic;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * Publishes to Redis channels, and listens to them. Safe for use by many threads.
 *
 * @param scripts the client, and the count of commands
 */
public record RedisChannels(Scripts scripts) {

  /** The bound of a subscription: longer than Redisson waits for its answer. */
  private static final long BOUND_SECONDS = 60;

  /** Publishes a message, and does not wait. */
  public void signal(QueueName channel, byte[] message) {
    topic(channel).publishAsync(message);
  }

  /**
   * Publishes a message, and waits until Redis has it.
   *
   * @throws RpcException {@code PERMISSION_DENIED} if this user may not
   */
  public void announce(QueueName channel, byte[] message) {
    Rights.await(channel, topic(channel).publishAsync(message));
  }

  /**
   * Listens until the result is closed.
   *
   * @throws RpcException {@code UNAVAILABLE} if this user may not, or if Redis does not answer,
   *     after Redisson's timeout for subscriptions; {@code CANCELLED} if interrupted
   */
  public Listening listen(QueueName channel, Listener listener) {
    CompletableFuture<Listening> begun = listenAsync(channel, listener).toCompletableFuture();
    try {
      return begun.get(BOUND_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      begun.thenAccept(Listening::close);
      throw new RpcException(StatusCode.CANCELLED, "interrupted while subscribing to " + channel);
    } catch (ExecutionException refused) {
      throw RedisFailure.of(channel, refused);
    } catch (TimeoutException silent) {
      begun.thenAccept(Listening::close);
      throw RedisFailure.of(channel, silent);
    }
  }

  /** Does the same without blocking. */
  public CompletionStage<Listening> listenAsync(QueueName channel, Listener listener) {
    RTopic topic = topic(channel);
    CompletableFuture<Listening> begun = new CompletableFuture<>();
    ClusterChange.outlasted(
            () -> topic.addListenerAsync(byte[].class, (name, bytes) -> listener.signalled(bytes)))
        .whenComplete(
            (id, failure) -> {
              if (failure == null) {
                begun.complete(() -> topic.removeListenerAsync(id));
              } else {
                begun.completeExceptionally(refused(channel, failure));
              }
            });
    return begun;
  }

  private static RpcException refused(QueueName channel, Throwable failure) {
    return ClusterChange.isCauseOf(failure)
        ? RedisFailure.of(channel, failure)
        : Rights.unsubscribed(channel, failure);
  }

  private RTopic topic(QueueName channel) {
    scripts.count();
    return scripts.client().getTopic(channel.key(), ByteArrayCodec.INSTANCE);
  }
}
