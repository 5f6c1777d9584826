package io.callbox.transport.memory;

import io.callbox.transport.Backlog;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.CallStore;
import io.callbox.transport.Chunk;
import io.callbox.transport.DeadLetterStore;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.NodeStore;
import io.callbox.transport.PushOptions;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Queues in the memory of this process. Nodes that use the same instance reach each other.
 *
 * <p>The order, the batches and the promises are the same as with Redis, with three exceptions:
 * messages end with the process, reply lists do not expire, and the queues are never out of reach.
 * Safe for use by many threads. The code that created it closes it.
 *
 * <pre>{@code
 * Transport transport = new InMemoryTransport();
 * RpcNode server = RpcNode.builder("b").transport(transport).register(skeleton).start();
 * RpcNode client = RpcNode.builder("a").transport(transport).start();
 * }</pre>
 */
public final class InMemoryTransport implements Transport {

  private final MemoryLists lists = new MemoryLists();
  private final BrokerClock clock;
  private final MemoryLeaseStore leases;
  private final DeadLetterStore deadLetters;
  private final Map<Namespace, MemoryNodeStore> members = new ConcurrentHashMap<>();
  private final Map<Namespace, MemoryCalls> calls = new ConcurrentHashMap<>();
  private final Map<QueueName, List<Listener>> listeners = new ConcurrentHashMap<>();

  /** Creates a transport with empty queues, in this machine's time. */
  public InMemoryTransport() {
    this(new LocalClock());
  }

  /** Creates a transport with empty queues, in the time of this clock. */
  public InMemoryTransport(BrokerClock clock) {
    this.clock = clock;
    this.leases = new MemoryLeaseStore(lists, clock);
    this.deadLetters = new MemoryDeadLetters(lists, leases, calls::values);
  }

  @Override
  public CompletionStage<PushResult> push(
      QueueName queue, List<byte[]> messages, PushOptions admission) {
    return lists.locked(
        () -> {
          if (!admission.waitForProvider() && !leases.isProvided(queue)) {
            return PushResult.unprovided(queue);
          }
          int room = Math.max(0, admission.maxLength() - lists.size(queue));
          int accepted = Math.min(room, messages.size());
          messages.subList(0, accepted).forEach(message -> lists.pushLeft(queue, message));
          return accepted == messages.size()
              ? PushResult.ALL
              : PushResult.full(queue, accepted, admission.maxLength());
        });
  }

  @Override
  public CompletionStage<Boolean> withdraw(QueueName queue, byte[] message) {
    return lists.locked(
        () -> lists.remove(queue, message) && leases.attempts().of(queue, message) == 0);
  }

  @Override
  public CompletionStage<Boolean> replace(
      QueueName queue, byte[] message, byte @Nullable [] instead) {
    return lists.locked(() -> lists.replace(queue, message, instead));
  }

  @Override
  public CompletionStage<Boolean> move(
      QueueName queue, byte[] message, QueueName other, byte[] moved) {
    return lists.locked(
        () -> {
          boolean there = lists.remove(queue, message);
          if (there) {
            leases.attempts().moved(queue, message, other, moved);
            lists.pushLeft(other, moved);
          }
          return there;
        });
  }

  @Override
  public int mostTogether() {
    return Chunk.MOST;
  }

  @Override
  public CompletionStage<Backlog> backlog(QueueName queue) {
    return lists.locked(
        () -> {
          List<byte[]> content = lists.content(queue);
          int length = content.size();
          return new Backlog(length, length == 0 ? null : beginning(content.get(length - 1)));
        });
  }

  @Override
  public CompletionStage<List<byte[]>> waiting(QueueName queue, int from, int messages, int bytes) {
    return lists.locked(() -> MemoryLists.portion(lists.oldestFirst(queue), from, messages, bytes));
  }

  private static byte[] beginning(byte[] message) {
    return Arrays.copyOf(message, Math.min(message.length, Backlog.BEGINNING));
  }

  @Override
  public CompletionStage<Integer> reply(
      QueueName queue, List<ReplyMessage> answers, Duration keep) {
    return lists.locked(
        () -> {
          int put = 0;
          for (ReplyMessage answer : answers) {
            QueueName taken = answer.request().taken();
            if (taken == null || lists.remove(taken, answer.request().message())) {
              lists.pushLeft(queue, answer.response());
              put++;
            }
          }
          return put;
        });
  }

  @Override
  public CompletionStage<@Nullable Void> acknowledge(QueueName taken, List<Delivery> requests) {
    return lists.locked(
        () -> {
          requests.forEach(request -> lists.remove(taken, request.message()));
          return null;
        });
  }

  @Override
  public QueueConsumer consume(List<QueueName> queues) {
    return new MemoryConsumer(lists, queues, null);
  }

  @Override
  public QueueConsumer consume(List<QueueName> queues, Worker holder) {
    return new MemoryConsumer(lists, queues, holder);
  }

  @Override
  public void signal(QueueName channel, byte[] message) {
    listeners.getOrDefault(channel, List.of()).forEach(listener -> listener.signalled(message));
  }

  @Override
  public Listening listen(QueueName channel, Listener listener) {
    List<Listener> all = listeners.computeIfAbsent(channel, absent -> new CopyOnWriteArrayList<>());
    all.add(listener);
    return () -> all.remove(listener);
  }

  @Override
  public DeadLetterStore deadLetters() {
    return deadLetters;
  }

  @Override
  public LeaseStore leases() {
    return leases;
  }

  @Override
  public NodeStore members(Namespace namespace) {
    return members.computeIfAbsent(namespace, absent -> new MemoryNodeStore(clock));
  }

  @Override
  public CallStore calls(Namespace namespace) {
    return calls.computeIfAbsent(
        namespace, absent -> new MemoryCalls(lists, leases, namespace, this));
  }

  @Override
  public BrokerClock clock() {
    return clock;
  }

  /** Returns the number of messages that wait in a queue. */
  public int size(QueueName queue) {
    lists.lock.lock();
    try {
      return lists.size(queue);
    } finally {
      lists.lock.unlock();
    }
  }

  @Override
  public void close() {}
}
