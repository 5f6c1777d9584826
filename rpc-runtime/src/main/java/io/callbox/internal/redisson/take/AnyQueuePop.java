package io.callbox.internal.redisson.take;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.redisson.connection.DirectConnection;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBlockingDeque;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.protocol.RedisCommands;

/**
 * Sends {@code BLMPOP … RIGHT COUNT} for the queues of a consumer that are not paused, over its own
 * connection, or through Redisson if it is not known which server has the queues. A pop takes as
 * many messages as fit, by the size of recent ones and by the number of requests in them.
 *
 * <p>Redisson reads the command's timeout from its last parameter, which is the count. After this
 * number of seconds, and three more, it gives the connection up and loses messages that Redis pops
 * later. So the requested timeout is never longer than the count. And while such a command waits in
 * its pool, Redisson's change to a new master breaks off half-way, see {@code StaleMaster}.
 *
 * <p>Safe for use by many threads; one at a time reads what a pop has brought.
 */
final class AnyQueuePop {

  /**
   * The maximum number of bytes that one pop should bring: a sixteenth of the memory that this JVM
   * may use, because objects are made from the bytes.
   */
  private static final long MOST_BYTES = Math.min(Runtime.getRuntime().maxMemory() / 16, 32 << 20);

  /**
   * The maximum number of messages that one pop takes. They come as one answer, and their size is
   * known only then. So the number allows for the largest messages that nodes send by default.
   * After larger messages, the number is smaller.
   */
  private static final int MOST = (int) Math.max(1, MOST_BYTES >> 20);

  private final Scripts scripts;
  private final DirectConnection connection;
  private final Duration grace;

  /** The size of the largest recent message, in bytes; older messages count less. */
  private volatile int largest = 1;

  /** The number of requests in a recent message. */
  private volatile int requestsPerMessage = 1;

  @GuardedBy("this")
  private List<QueueName> queues;

  @GuardedBy("this")
  private Set<QueueName> paused = Set.of();

  /**
   * The queues to pop from. All queues if all are paused, because a pop needs a queue to wait for.
   */
  @GuardedBy("this")
  private List<QueueName> served;

  @GuardedBy("this")
  private int first;

  /**
   * Creates the pops of a consumer.
   *
   * @param queues its queues, which lie on one server
   * @param grace the time by which a pop may exceed its timeout
   */
  AnyQueuePop(Scripts scripts, List<QueueName> queues, Duration grace) {
    this.scripts = scripts;
    this.queues = List.copyOf(queues);
    this.served = this.queues;
    this.connection = scripts.connectionTo(queues.get(0));
    connection.open(); // otherwise the first wait would use a connection of the pool
    this.grace = grace;
  }

  /** Sets the queues. */
  synchronized void serve(List<QueueName> newQueues) {
    queues = List.copyOf(newQueues);
    choose();
  }

  /** Sets the paused queues. */
  synchronized void pause(Set<QueueName> newlyPaused) {
    paused = Set.copyOf(newlyPaused);
    choose();
  }

  /**
   * Chooses the queues to pop from. Guard against race between a pause and a change of the queues.
   */
  @GuardedBy("this")
  private void choose() {
    List<QueueName> left = new ArrayList<>(queues);
    left.removeAll(paused);
    served = left.isEmpty() ? queues : left;
  }

  /**
   * Pops messages from one queue, or waits for messages, with this much room.
   *
   * @return the messages by the key of their queue; null or empty if none came
   */
  CompletionStage<Map<String, List<byte[]>>> send(int requests, long bytes, Duration wait) {
    int most = messages(requests, bytes);
    List<QueueName> order = nextOrder();
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

  /**
   * Returns the queues in the order for the next pop. Redis takes from the first queue that has a
   * message, so each pop starts at another queue.
   */
  private synchronized List<QueueName> nextOrder() {
    List<QueueName> order = new ArrayList<>(served);
    first = (first + 1) % order.size();
    Collections.rotate(order, -first);
    return order;
  }

  private static Duration boundedBy(int most, Duration wait) {
    return Duration.ofSeconds(Math.max(1, Math.min(most, wait.toSeconds())));
  }

  /** Returns the number of messages for at most this many requests and bytes; at least one. */
  private int messages(int requests, long bytes) {
    long fitting = Math.max(1, Math.min(bytes, MOST_BYTES) / largest);
    int elements = Math.max(1, Math.min(requests / requestsPerMessage, MOST));
    return (int) Math.min(elements, fitting);
  }

  /** Returns the messages of a pop; Redisson returns null or an empty map for no message. */
  List<Delivery> deliveries(@Nullable Map<String, List<byte[]>> popped) {
    List<Delivery> deliveries = new ArrayList<>();
    if (popped != null) {
      popped.forEach(
          (key, messages) -> {
            QueueName queue = new QueueName(key);
            messages.forEach(message -> deliveries.add(new Delivery(queue, message, null)));
          });
      saw(deliveries);
    }
    return deliveries;
  }

  private void saw(List<Delivery> popped) {
    int most = Math.max(1, largest - largest / 8);
    for (Delivery each : popped) {
      most = Math.max(most, each.message().length);
    }
    largest = most;
  }

  /** Counts the requests in messages, and remembers the number in each. */
  int requests(List<Delivery> taken) {
    int requests = Delivery.requestsIn(taken);
    if (!taken.isEmpty()) {
      int each = (requests + taken.size() - 1) / taken.size();
      requestsPerMessage = Math.max(each, requestsPerMessage / 2);
    }
    return requests;
  }

  void close() {
    connection.close();
  }
}
