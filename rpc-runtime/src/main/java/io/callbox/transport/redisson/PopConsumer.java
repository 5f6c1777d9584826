package io.callbox.transport.redisson;

import io.callbox.transport.Consumer;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBlockingDeque;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * Takes by {@code BLMPOP … RIGHT COUNT}: one command for many queues and many messages, on one
 * connection. The pop is the acknowledgment.
 *
 * <p>Redisson reads the command's timeout from its last parameter, which is the count, and gives
 * the connection up after so many seconds and three more, together with what Redis pops into it
 * later. So the timeout asked for is never longer than the count.
 */
final class PopConsumer implements Consumer {

  private final RedissonClient client;
  private final List<QueueName> queues;
  private int first;

  PopConsumer(RedissonClient client, List<QueueName> queues) {
    this.client = client;
    this.queues = List.copyOf(queues);
  }

  @Override
  public List<Delivery> take(int max, Duration wait) {
    first = (first + 1) % queues.size();
    String[] others = new String[queues.size() - 1];
    for (int index = 0; index < others.length; index++) {
      others[index] = queue(index + 1).key();
    }
    RBlockingDeque<byte[]> deque = client.getBlockingDeque(queue(0).key(), ByteArrayCodec.INSTANCE);
    try {
      return deliveries(deque.pollLastFromAny(boundedBy(max, wait), max, others));
    } catch (RedisException failure) {
      throw RedissonTransport.unavailable(queue(0), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** Redis takes from the first queue that has something: each take starts at another. */
  private QueueName queue(int turn) {
    return queues.get((first + turn) % queues.size());
  }

  private static Duration boundedBy(int max, Duration wait) {
    return Duration.ofSeconds(Math.max(1, Math.min(max, wait.toSeconds())));
  }

  /** Redisson says that nothing came by null, or by an empty map. */
  private static List<Delivery> deliveries(@Nullable Map<String, List<byte[]>> popped) {
    List<Delivery> deliveries = new ArrayList<>();
    if (popped != null) {
      popped.forEach(
          (key, messages) -> {
            QueueName queue = new QueueName(key);
            messages.forEach(message -> deliveries.add(new Delivery(queue, message, null)));
          });
    }
    return deliveries;
  }

  @Override
  public void close() {}
}
