package io.callbox.transport.redisson;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBlockingDeque;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.protocol.RedisCommands;

/**
 * Sends {@code BLMPOP … RIGHT COUNT} over its own connection, or through Redisson if it is not
 * known which server has the queues.
 *
 * <p>Redisson reads the command's timeout from its last parameter, which is the count. After this
 * number of seconds, and three more, it gives the connection up and loses messages that Redis pops
 * later. So the requested timeout is never longer than the count. And while such a command waits in
 * its pool, Redisson's change to a new master breaks off half-way, see {@link StaleMaster}. Safe
 * for use by many threads.
 */
final class AnyQueuePop {

  private final Scripts scripts;
  private final DirectConnection connection;
  private final Duration grace;

  @GuardedBy("this")
  private int first;

  /**
   * Creates the pops of a consumer.
   *
   * @param anyQueue a queue on the server that has all queues
   * @param grace how much longer than its timeout a pop may take
   */
  AnyQueuePop(Scripts scripts, QueueName anyQueue, Duration grace) {
    this.scripts = scripts;
    this.connection = scripts.connectionTo(anyQueue);
    connection.open(); // the first wait would take one of the pool for want of it
    this.grace = grace;
  }

  /**
   * Pops messages from one queue, or waits for messages.
   *
   * @return the messages by the key of their queue; null or empty if none came
   */
  CompletionStage<Map<String, List<byte[]>>> send(List<QueueName> queues, int most, Duration wait) {
    List<QueueName> order = nextOrder(queues);
    scripts.count();
    CompletableFuture<Map<String, List<byte[]>>> direct = directly(order, most, wait);
    if (direct != null) {
      return direct;
    } else if (scripts.isServerKnown(order.get(0))) {
      return connection.connecting().thenCompose(there -> onceConnected(order, most, wait));
    }
    String[] others =
        order.subList(1, order.size()).stream().map(QueueName::key).toArray(String[]::new);
    RBlockingDeque<byte[]> deque =
        scripts.client().getBlockingDeque(order.get(0).key(), ByteArrayCodec.INSTANCE);
    return deque.pollLastFromAnyAsync(boundedBy(most, wait), most, others);
  }

  private CompletionStage<Map<String, List<byte[]>>> onceConnected(
      List<QueueName> order, int most, Duration wait) {
    CompletableFuture<Map<String, List<byte[]>>> direct = directly(order, most, wait);
    return direct == null
        ? CompletableFuture.failedFuture(new RedisConnectionException("there is no connection"))
        : direct;
  }

  private @Nullable CompletableFuture<Map<String, List<byte[]>>> directly(
      List<QueueName> order, int most, Duration wait) {
    int size = order.size();
    Object[] parameters = new Object[size + 5];
    parameters[0] = wait.toSeconds();
    parameters[1] = size;
    for (int turn = 0; turn < size; turn++) {
      parameters[2 + turn] = order.get(turn).key();
    }
    parameters[2 + size] = "RIGHT";
    parameters[3 + size] = "COUNT";
    parameters[4 + size] = most;
    long patience = Duration.ofSeconds(wait.toSeconds()).plus(grace).toMillis();
    return connection.send(patience, RedisCommands.BLMPOP, parameters);
  }

  /** Redis takes from the first queue that has a message, so each pop starts at another queue. */
  private synchronized List<QueueName> nextOrder(List<QueueName> queues) {
    List<QueueName> order = new ArrayList<>(queues);
    first = (first + 1) % order.size();
    Collections.rotate(order, -first);
    return order;
  }

  private static Duration boundedBy(int most, Duration wait) {
    return Duration.ofSeconds(Math.max(1, Math.min(most, wait.toSeconds())));
  }

  void close() {
    connection.close();
  }
}
