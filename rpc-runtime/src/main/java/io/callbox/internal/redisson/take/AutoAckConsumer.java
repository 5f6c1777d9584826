package io.callbox.internal.redisson.take;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.failure.EndedFuture;
import io.callbox.internal.redisson.broker.Rights;
import io.callbox.internal.redisson.failure.RedisFailure;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes with {@code BLMPOP … RIGHT COUNT}: one command for many queues and many messages, on one
 * connection. The pop acknowledges the messages.
 *
 * <p>With a large count, a pop that was lost with its server in a failover may look alive for
 * minutes: see {@link AnyQueuePop}. So the consumer leaves an overdue pop behind, and starts
 * another one beside it. If the old pop still brings messages, the consumer takes them later.
 */
final class AutoAckConsumer implements QueueConsumer {

  private static final Logger LOG = LoggerFactory.getLogger(AutoAckConsumer.class);

  /** The time by which a pop may exceed its timeout. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  /**
   * The maximum number of pops that are left behind at a time, because each may hold a connection.
   */
  private static final int MAX_OVERDUE = 4;

  private final Scripts scripts;
  private final AnyQueuePop pop;
  private final TakeScript backs;

  /** The first queue. It stands for all queues, in messages and for the choice of a connection. */
  private final QueueName first;

  private final AtomicInteger overdue = new AtomicInteger();
  private final Queue<Delivery> late = new ConcurrentLinkedQueue<>();
  private volatile boolean woken;

  AutoAckConsumer(Scripts scripts, List<QueueName> queues) {
    this.scripts = scripts;
    this.first = queues.get(0);
    this.pop = new AnyQueuePop(scripts, queues, GRACE);
    this.backs = new TakeScript(scripts);
  }

  @Override
  public int take(int max, Duration wait, Receiver receiver) {
    List<Delivery> taken = takeLate(max);
    if (!taken.isEmpty()) {
      receiver.receive(taken);
      return pop.requests(taken);
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

  private List<Delivery> takeLate(int max) {
    List<Delivery> taken = new ArrayList<>();
    while (taken.size() < max && !late.isEmpty()) {
      taken.add(late.remove());
    }
    return taken;
  }

  /**
   * Runs one pop after the other. The thread that reads the answer of a pop begins the next one, so
   * the thread of the loop need not wake. The end of a pop races with the thread that waits for it.
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
        pop.send(max - count, receiver.bytesLeft(), wait).whenComplete(this::ended);
      } catch (RuntimeException closed) {
        ended(null, closed);
      }
    }

    private synchronized void ended(
        @Nullable Map<String, List<byte[]>> popped, @Nullable Throwable failure) {
      if (left) {
        overdue.decrementAndGet();
      }
      try {
        arrived(popped, failure);
      } catch (RuntimeException | Error mistake) { // the take ends, and the next begins
        LOG.error("messages that were taken from {} are lost", first, mistake);
        end.completeExceptionally(mistake);
      }
    }

    @GuardedBy("this")
    private void arrived(@Nullable Map<String, List<byte[]>> popped, @Nullable Throwable failure) {
      List<Delivery> taken = within(pop.deliveries(popped));
      if (left) {
        late.addAll(taken);
        return;
      }
      count += pop.requests(taken);
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

    /** Puts messages without room back; this needs no answer, because no worker holds them. */
    @GuardedBy("this")
    private List<Delivery> within(List<Delivery> popped) {
      int room = max - count;
      return Delivery.requestsIn(popped) <= room
          ? popped
          : EndedFuture.result(backs.within(room, receiver.spare(), popped).toCompletableFuture());
    }

    /**
     * Returns whether the take should end. With little room left, the loop should check whether
     * there is more room by now.
     */
    @GuardedBy("this")
    private boolean isOver() {
      return count >= (max + 1) / 2
          || receiver.bytesLeft() < 1
          || woken
          || System.nanoTime() >= endNanos;
    }

    /**
     * Continues without the pop. It is not cancelled, because this would lose the messages that it
     * has popped.
     */
    synchronized int leave() {
      if (!end.isDone()) {
        left = true;
        overdue.incrementAndGet();
      }
      return count;
    }
  }

  @Override
  public void serve(List<QueueName> queues) {
    pop.serve(queues);
  }

  @Override
  public void pause(Set<QueueName> queues) {
    pop.pause(queues);
  }

  /** Ends the take with the pop under way, even if messages come. */
  @Override
  public void wakeUp() {
    woken = true;
  }

  @Override
  public void close() {
    pop.close();
  }
}
