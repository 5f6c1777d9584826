package io.callbox.transport.redisson;

import io.callbox.rpc.RpcException;
import io.callbox.transport.Chunk;
import io.callbox.transport.Consumer;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages into the lists of a holder, where they stay until they are acknowledged: no crash
 * loses one. Without a holder, taking is the acknowledgment.
 *
 * <p>Each command touches one queue, so the queues may lie in any slots of a Redis Cluster. A queue
 * that has just had something is asked for more by script, many messages at a time. A queue that
 * has nothing is waited for by {@code BLMOVE}, which takes one; each such wait has a connection. A
 * message that arrives when there is no room for it goes back at once, to be taken by others.
 */
final class HoldingConsumer implements Consumer {

  /** Redisson answers, or fails, in less. */
  private static final Duration ANSWER_BOUND = Duration.ofSeconds(30);

  private final TakeScript script;
  private final List<QueueWait> waits = new ArrayList<>();

  /** Guards what follows: waits complete on Redisson's threads, takes run on the loop's. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private Receiver receiver = taken -> {};
  private @Nullable RuntimeException failure;
  private Duration patience = Duration.ZERO;
  private int room;

  /** With no more room than this, the loop had better see whether there is more by now. */
  private int low;

  /** Whether the take is to end, or about to. */
  private boolean ending;

  /** How many questions for the companions of a message are under way, and for how many bytes. */
  private int asking;

  private long bytesAsked;

  /** Which take it is: what is answered to an earlier one comes too late. */
  private int takes;

  /** Belongs to the loop's thread. */
  private int first;

  HoldingConsumer(Scripts scripts, List<QueueName> queues, @Nullable Worker holder) {
    this.script = new TakeScript(scripts);
    for (QueueName queue : queues) {
      QueueName taken = holder == null ? null : queue.taken(holder);
      waits.add(new QueueWait(scripts, queue, taken, this::completed));
    }
  }

  @Override
  public int take(int max, Duration wait, Receiver receiver) {
    int taken = takeFromBusy(max, receiver);
    if (taken == 0) {
      return awaitArrival(max, wait, receiver);
    }
    listenToSilent(wait);
    return taken;
  }

  /** While one queue always has something, others that had nothing must still be heard. */
  private void listenToSilent(Duration wait) {
    for (QueueWait each : waits) {
      if (!each.isBusy()) {
        each.startUnlessWaiting(wait);
      }
    }
  }

  /**
   * Starts at another queue each time, so that a busy one does not starve the others.
   *
   * @throws io.callbox.rpc.RpcException if a queue cannot be asked, and nothing was taken before it
   */
  private int takeFromBusy(int max, Receiver receiver) {
    first = (first + 1) % waits.size();
    int taken = 0;
    try {
      for (int turn = 0; turn < waits.size() && taken < max; turn++) {
        QueueWait wait = waits.get((first + turn) % waits.size());
        taken += wait.isBusy() ? takeNow(wait, max - taken, receiver) : 0;
      }
    } catch (RpcException broken) {
      if (taken == 0) {
        throw broken; // else the queue is still busy, and the next take asks it again
      }
    }
    return taken;
  }

  private int takeNow(QueueWait wait, int max, Receiver receiver) {
    TakeScript.Bound bound = TakeScript.bound(max, receiver.bytesLeft());
    if (bound.bytes() < 1) {
      return 0;
    }
    List<Delivery> taken = answer(wait, script.take(wait.queue, wait.taken, bound, null));
    wait.asked(taken.size(), bound.isAbove(taken));
    if (!taken.isEmpty()) {
      receiver.receive(taken);
    }
    return requests(taken);
  }

  private static int requests(List<Delivery> taken) {
    int requests = 0;
    for (Delivery each : taken) {
      requests += Chunk.requests(each.message());
    }
    return requests;
  }

  /** What comes too late is found with its holder. */
  private List<Delivery> answer(QueueWait wait, CompletionStage<List<Delivery>> question) {
    try {
      return question.toCompletableFuture().get(ANSWER_BOUND.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      script.lost();
      return List.of();
    } catch (ExecutionException broken) {
      throw RedisFailure.of(wait.queue, broken);
    } catch (TimeoutException late) {
      script.lost();
      throw RedisFailure.of(wait.queue, late);
    }
  }

  private int awaitArrival(int max, Duration wait, Receiver newReceiver) {
    lock.lock();
    try {
      room = max;
      low = max / 2;
      receiver = newReceiver;
      patience = wait;
      waits.forEach(each -> each.startUnlessWaiting(wait));
      awaitEnd(wait.toNanos());
      RuntimeException failed = failure;
      failure = null;
      if (room == max && failed != null) {
        throw failed;
      }
      return max - room;
    } finally {
      room = 0;
      asking = 0;
      bytesAsked = 0;
      takes++;
      ending = false;
      lock.unlock();
    }
  }

  /** Meanwhile all that comes is handed over by the threads that read from Redis. */
  private void awaitEnd(long nanos) {
    long left = nanos;
    try {
      while (mayGoOn() && failure == null && left > 0) {
        left = changed.awaitNanos(left);
      }
      ending = true;
      left = ANSWER_BOUND.toNanos();
      while (asking > 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean mayGoOn() {
    return room > low && !ending && bytesLeft() > 0;
  }

  private long bytesLeft() {
    return receiver.bytesLeft() - bytesAsked;
  }

  /**
   * Called by a wait that has ended: with a message, with nothing, or with a failure. What came is
   * handed over here, on the thread that reads from Redis, rather than when the loop's has woken.
   */
  private void completed(QueueWait wait, byte @Nullable [] message, @Nullable Throwable broken) {
    if (message == null && (broken != null || wait.isOverdue())) {
      script.lost();
    }
    lock.lock();
    try {
      if (broken != null) {
        wait.seemsBusy(); // a full Redis refuses the wait, but not the script that takes
        failure = RedisFailure.of(wait.queue, broken);
        changed.signal();
      } else if (message != null && room > 0 && bytesLeft() > 0) {
        arrived(wait, wait.delivery(message), Chunk.requests(message));
      } else if (message != null) {
        wait.seemsBusy();
        script.handBack(wait.delivery(message));
      } else {
        goOn(wait);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Messages that come together are handed over together: each on its own would be answered on its
   * own, and its caller's next call would come alone again.
   */
  private void arrived(QueueWait wait, Delivery message, int requests) {
    if (requests > room) {
      keepPart(wait, message);
      return;
    }
    room -= requests;
    boolean crowd = wait.arrived(message.message().length, requests > 1);
    TakeScript.Bound bound = // the rest is for other queues meanwhile
        TakeScript.bound((room + 1) / 2, bytesLeft() - message.message().length);
    boolean asks = wait.isBusy() && bound.messages() > 0 && bound.bytes() > 0;
    if (!crowd || !asks) {
      receiver.receive(List.of(message));
    }
    if (asks) {
      ask(wait, bound, crowd ? message : null);
    } else {
      goOn(wait);
    }
  }

  /** Of a chunk for which there is not enough room, the rest goes back, to be taken next. */
  private void keepPart(QueueWait wait, Delivery chunk) {
    int kept = room;
    int asked = takes;
    room = 0;
    asking++;
    script
        .keepPart(chunk, kept)
        .whenComplete((part, broken) -> partKept(wait, asked, broken == null ? part : null, kept));
  }

  private void partKept(QueueWait wait, int asked, @Nullable Delivery part, int requests) {
    lock.lock();
    try {
      if (asked != takes) {
        if (part != null) {
          script.handBack(part);
        }
        return;
      }
      asking--;
      if (part == null) {
        room += requests;
      } else {
        receiver.receive(List.of(part));
      }
      goOn(wait);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Hands the message that is {@code waiting}, if one is, over together with what else there is.
   */
  private void ask(QueueWait wait, TakeScript.Bound bound, @Nullable Delivery waiting) {
    int asked = takes;
    room -= bound.messages();
    bytesAsked += bound.bytes();
    asking++;
    script
        .take(wait.queue, wait.taken, bound, waiting)
        .whenComplete(
            (answer, broken) -> {
              List<Delivery> alone = waiting == null ? List.of() : List.of(waiting);
              List<Delivery> others =
                  answer == null ? List.of() : answer.subList(alone.size(), answer.size());
              if (answer != null) {
                wait.asked(others.size(), bound.isAbove(others));
              }
              companionsCame(wait, bound, asked, answer == null ? alone : answer, requests(others));
            });
  }

  private void companionsCame(
      QueueWait wait, TakeScript.Bound bound, int asked, List<Delivery> taken, int others) {
    lock.lock();
    try {
      if (asked != takes) {
        taken.forEach(script::handBack);
        return;
      }
      asking--;
      room += bound.messages() - others;
      bytesAsked -= bound.bytes();
      if (!taken.isEmpty()) {
        receiver.receive(taken);
      }
      goOn(wait);
    } finally {
      lock.unlock();
    }
  }

  /** The loop's thread sleeps on as long as there is much room. */
  private void goOn(QueueWait wait) {
    if (mayGoOn()) {
      wait.startUnlessWaiting(patience);
    } else if (asking == 0) {
      changed.signal();
    }
  }

  @Override
  public void wakeUp() {
    lock.lock();
    try {
      ending = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long unanswered() {
    return script.unanswered();
  }

  /** Waits for the waits under way, which are short, and hands back what they still bring. */
  @Override
  public void close() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    for (QueueWait wait : waits) {
      wait.end(end - System.nanoTime());
    }
  }
}
