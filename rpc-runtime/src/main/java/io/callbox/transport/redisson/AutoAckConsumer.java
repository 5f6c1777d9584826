package io.callbox.transport.redisson;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBlockingDeque;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.protocol.RedisCommands;

/**
 * Takes by {@code BLMPOP … RIGHT COUNT}: one command for many queues and many messages, on one
 * connection. The pop is the acknowledgment.
 *
 * <p>Redisson reads the command's timeout from its last parameter, which is the count, and gives
 * the connection up after so many seconds and three more, together with what Redis pops into it
 * later. So the timeout asked for is never longer than the count. With a large count, the same
 * error makes a pop that was lost with its server (a failover) look alive for minutes. So a pop
 * that is overdue is left behind, and another started beside it; what it still brings is taken
 * later.
 */
final class AutoAckConsumer implements QueueConsumer {

  /** How much longer than it was asked to a pop may take. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  /** How many pops may be left behind at a time: each may hold a connection. */
  private static final int MAX_OVERDUE = 4;

  private final Scripts scripts;

  @GuardedBy("this")
  private List<QueueName> queues;

  @GuardedBy("this")
  private Set<QueueName> paused = Set.of();

  /** Those that are not paused; all, if all are: a take has to wait for something. */
  private volatile List<QueueName> served;

  private final DirectConnection connection;
  private final TakeScript backs;

  /** One for all, in messages and for whom a connection is to. */
  private final QueueName first;

  private final AtomicInteger overdue = new AtomicInteger();
  private final Queue<Delivery> late = new ConcurrentLinkedQueue<>();
  private int turn;

  private final PopSize popSize = new PopSize();
  private volatile boolean woken;

  AutoAckConsumer(Scripts scripts, List<QueueName> queues) {
    this.scripts = scripts;
    this.queues = List.copyOf(queues);
    this.served = this.queues;
    this.first = queues.get(0);
    this.connection = scripts.connectionTo(first);
    connection.open(); // the first wait would take one of the pool for want of it
    this.backs = new TakeScript(scripts);
  }

  @Override
  public int take(int max, Duration wait, Receiver receiver) {
    List<Delivery> taken = takeLate(max);
    if (!taken.isEmpty()) {
      receiver.receive(taken);
      return popSize.requests(taken);
    }
    if (overdue.get() >= MAX_OVERDUE) {
      LockSupport.parkNanos(this, wait.toNanos());
      return 0;
    }
    Pops pops = new Pops(max, wait, receiver);
    pops.next();
    try {
      return pops.end.get(wait.multipliedBy(2).plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      throw RedisFailure.of(first, failure);
    } catch (TimeoutException lost) {
      int count = pops.leave();
      if (count == 0) {
        throw RedisFailure.of(first, lost);
      }
      return count;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return pops.leave();
    } finally {
      woken = false;
    }
  }

  @Override
  public void check() {
    Rights.check(scripts, Rights.blmpop(first));
  }

  private CompletionStage<Map<String, List<byte[]>>> pop(int max, Duration wait, long bytes) {
    List<QueueName> order = nextOrder();
    scripts.count();
    int most = popSize.messages(max, bytes);
    CompletableFuture<Map<String, List<byte[]>>> direct =
        popDirectly(order, most, wait.toSeconds());
    if (direct != null) {
      return direct;
    }
    String[] others = new String[order.size() - 1];
    for (int index = 0; index < others.length; index++) {
      others[index] = order.get(index + 1).key();
    }
    RBlockingDeque<byte[]> deque =
        scripts.client().getBlockingDeque(order.get(0).key(), ByteArrayCodec.INSTANCE);
    return deque.pollLastFromAnyAsync(boundedBy(most, wait), most, others);
  }

  private @Nullable CompletableFuture<Map<String, List<byte[]>>> popDirectly(
      List<QueueName> order, int most, long seconds) {
    int size = order.size();
    Object[] parameters = new Object[size + 5];
    parameters[0] = seconds;
    parameters[1] = size;
    for (int turn = 0; turn < size; turn++) {
      parameters[2 + turn] = order.get(turn).key();
    }
    parameters[2 + size] = "RIGHT";
    parameters[3 + size] = "COUNT";
    parameters[4 + size] = most;
    long patience = TimeUnit.SECONDS.toMillis(seconds) + GRACE.toMillis();
    return connection.send(patience, RedisCommands.BLMPOP, parameters);
  }

  private List<Delivery> takeLate(int max) {
    List<Delivery> taken = new ArrayList<>();
    while (taken.size() < max && !late.isEmpty()) {
      taken.add(late.remove());
    }
    return taken;
  }

  /**
   * One pop after the other, each begun by the thread that reads the last one's answer: the loop's
   * need not wake for it. The end races with the patience of whoever waits for it.
   */
  private final class Pops {

    final CompletableFuture<Integer> end = new CompletableFuture<>();
    private final int max;
    private final Duration wait;
    private final Receiver receiver;
    private final long endNanos;

    @GuardedBy("this")
    private boolean left;

    @GuardedBy("this")
    private int count;

    Pops(int max, Duration wait, Receiver receiver) {
      this.max = max;
      this.wait = wait;
      this.receiver = receiver;
      this.endNanos = System.nanoTime() + wait.toNanos();
    }

    synchronized void next() {
      try {
        pop(max - count, wait, receiver.bytesLeft()).whenComplete(this::ended);
      } catch (RuntimeException closed) {
        ended(null, closed);
      }
    }

    private synchronized void ended(
        @Nullable Map<String, List<byte[]>> popped, @Nullable Throwable failure) {
      List<Delivery> taken = within(deliveries(popped));
      if (left) {
        late.addAll(taken);
        overdue.decrementAndGet();
        return;
      }
      count += popSize.requests(taken);
      if (!taken.isEmpty()) {
        receiver.receive(taken);
      }
      if (failure != null && count == 0) {
        end.completeExceptionally(failure);
      } else if (failure != null || isOver()) {
        end.complete(count);
      } else {
        next();
      }
    }

    /** What there is no room for goes back, which takes no answer: nobody holds it. */
    @GuardedBy("this")
    private List<Delivery> within(List<Delivery> popped) {
      return backs.within(max - count, popped).toCompletableFuture().join();
    }

    /** With little room left, the loop had better see whether there is more by now. */
    @GuardedBy("this")
    private boolean isOver() {
      return count >= (max + 1) / 2
          || receiver.bytesLeft() < 1
          || woken
          || System.nanoTime() >= endNanos;
    }

    /** Goes on without the pop, which is not cancelled: that would lose what it has popped. */
    synchronized int leave() {
      if (!end.isDone()) {
        left = true;
        overdue.incrementAndGet();
      }
      return count;
    }
  }

  /** Redis takes from the first queue that has something: each take starts at another. */
  private List<QueueName> nextOrder() {
    List<QueueName> order = new ArrayList<>(served);
    turn = (turn + 1) % order.size();
    Collections.rotate(order, -turn);
    return order;
  }

  @Override
  public synchronized void serve(List<QueueName> newQueues) {
    queues = List.copyOf(newQueues);
    choose();
  }

  @Override
  public synchronized void pause(Set<QueueName> newlyPaused) {
    paused = Set.copyOf(newlyPaused);
    choose();
  }

  /** Guard against race of a pause with a change of the queues. */
  @GuardedBy("this")
  private void choose() {
    List<QueueName> left = queues.stream().filter(each -> !paused.contains(each)).toList();
    served = left.isEmpty() ? queues : left;
  }

  private static Duration boundedBy(int max, Duration wait) {
    return Duration.ofSeconds(Math.max(1, Math.min(max, wait.toSeconds())));
  }

  /** Redisson says that nothing came by null, or by an empty map. */
  private List<Delivery> deliveries(@Nullable Map<String, List<byte[]>> popped) {
    List<Delivery> deliveries = new ArrayList<>();
    if (popped != null) {
      popped.forEach(
          (key, messages) -> {
            QueueName queue = new QueueName(key);
            messages.forEach(message -> deliveries.add(new Delivery(queue, message, null)));
          });
      popSize.saw(deliveries);
    }
    return deliveries;
  }

  /** Ends the take with the pop under way, even if messages come. */
  @Override
  public void wakeUp() {
    woken = true;
  }

  @Override
  public void close() {
    connection.close();
  }
}
