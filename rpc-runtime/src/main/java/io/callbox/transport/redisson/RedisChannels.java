package io.callbox.transport.redisson;

import io.callbox.transport.QueueName;
import io.callbox.transport.Transport.Listener;
import io.callbox.transport.Transport.Listening;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RTopic;
import org.redisson.client.RedisException;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * Publishes to Redis channels, and listens to them. Safe for use by many threads.
 *
 * @param scripts the client, and the count of commands
 */
record RedisChannels(Scripts scripts) {

  /** Publishes a message, and does not wait. */
  void signal(QueueName channel, byte[] message) {
    topic(channel).publishAsync(message);
  }

  /**
   * Publishes a message, and waits until Redis has it.
   *
   * @throws io.callbox.rpc.RpcException {@code PERMISSION_DENIED} if this user may not
   */
  void announce(QueueName channel, byte[] message) {
    Rights.await(channel, topic(channel).publishAsync(message));
  }

  /**
   * Listens until the result is closed.
   *
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if this user may not, or if Redis does
   *     not answer, after Redisson's timeout for subscriptions
   */
  Listening listen(QueueName channel, Listener listener) {
    RTopic topic = topic(channel);
    try {
      int id = topic.addListener(byte[].class, (name, message) -> listener.signalled(message));
      return () -> topic.removeListenerAsync(id);
    } catch (RedisException refused) {
      throw Rights.unsubscribed(channel, refused);
    }
  }

  /** The same, without blocking. */
  CompletionStage<Listening> listenAsync(QueueName channel, Listener listener) {
    RTopic topic = topic(channel);
    CompletableFuture<Listening> begun = new CompletableFuture<>();
    try {
      topic
          .addListenerAsync(byte[].class, (name, message) -> listener.signalled(message))
          .whenComplete(
              (id, failure) -> {
                if (failure == null) {
                  begun.complete(() -> topic.removeListenerAsync(id));
                } else {
                  begun.completeExceptionally(Rights.unsubscribed(channel, failure));
                }
              });
    } catch (RedisException refused) {
      begun.completeExceptionally(Rights.unsubscribed(channel, refused));
    }
    return begun;
  }

  private RTopic topic(QueueName channel) {
    scripts.count();
    return scripts.client().getTopic(channel.key(), ByteArrayCodec.INSTANCE);
  }
}
