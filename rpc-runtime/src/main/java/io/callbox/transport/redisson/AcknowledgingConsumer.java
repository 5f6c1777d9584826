package io.callbox.transport.redisson;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.rpc.RpcException;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
final class AcknowledgingConsumer implements QueueConsumer {

  private final TakeScript script;
  private final Scripts scripts;
  private final @Nullable Worker holder;

  /** Written under the lock: one who changes the queues races with one who pauses some. */
  private volatile List<BlockingPop> waits;

  @GuardedBy("lock")
  private Set<QueueName> paused = Set.of();

  private final BusyQueues busy;

  /** Guards what follows: waits complete on Redisson's threads, takes run on the loop's. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();

  @GuardedBy("lock")
  private Receiver receiver = taken -> {};

  @GuardedBy("lock")
  private @Nullable RuntimeException failure;

  @GuardedBy("lock")
  private Duration patience = Duration.ZERO;

  @GuardedBy("lock")
  private int room;

  /** With no more room than this, the loop had better see whether there is more by now. */
  @GuardedBy("lock")
  private int low;

  /** Whether the take is to end, or about to. */
  @GuardedBy("lock")
  private boolean ending;

  /** For how many requests questions are under way, or wait for their answers; and bytes. */
  @GuardedBy("lock")
  private int asked;

  @GuardedBy("lock")
  private long bytesAsked;

  /** Which take it is: what is answered to an earlier one comes too late. */
  @GuardedBy("lock")
  private int takes;

  AcknowledgingConsumer(Scripts scripts, List<QueueName> queues, @Nullable Worker holder) {
    this.scripts = scripts;
    this.holder = holder;
    this.script = new TakeScript(scripts);
    this.waits = queues.stream().map(this::waitFor).toList();
    this.busy = new BusyQueues(script, () -> waits);
  }

  private BlockingPop waitFor(QueueName queue) {
    QueueName taken = holder == null ? null : queue.taken(holder);
    return new BlockingPop(scripts, queue, taken, this::completed);
  }

  @Override
  public void check() {
    waits.forEach(BlockingPop::check);
  }

  @Override
  public int take(int max, Duration wait, Receiver receiver) {
    int taken = busy.take(max, receiver);
    if (taken == 0) {
      return awaitArrival(max, wait, receiver);
    }
    listenToSilent(wait);
    return taken;
  }

  /** While one queue always has something, others that had nothing must still be heard. */
  private void listenToSilent(Duration wait) {
    for (BlockingPop each : waits) {
      if (!each.isBusy()) {
        each.startUnlessWaiting(wait);
      }
    }
  }

  private int awaitArrival(int max, Duration wait, Receiver newReceiver) {
    lock.lock();
    try {
      return takeArriving(max, wait, newReceiver);
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private int takeArriving(int max, Duration wait, Receiver newReceiver) {
    try {
      room = max;
      low = Math.max(max / 2, Math.min(max, requestsPerMessage()) - 1);
      receiver = newReceiver;
      patience = wait;
      waits.forEach(each -> each.startUnlessWaiting(wait));
      awaitEnd(wait.toNanos());
      RuntimeException failed = failure;
      failure = null;
      if (room == max && failed != null) {
        throw failed;
      }
      return max - room - asked;
    } finally {
      room = 0;
      asked = 0;
      bytesAsked = 0;
      takes++;
      ending = false;
    }
  }

  /** A chunk for which there is no room would be torn apart. */
  private int requestsPerMessage() {
    int most = 1;
    for (BlockingPop wait : waits) {
      most = Math.max(most, wait.activity.requestsPerMessage());
    }
    return most;
  }

  /** Meanwhile all that comes is handed over by the threads that read from Redis. */
  @GuardedBy("lock")
  private void awaitEnd(long nanos) {
    long left = nanos;
    try {
      while (mayGoOn() && failure == null && left > 0) {
        left = changed.awaitNanos(left);
      }
      ending = true;
      left = BusyQueues.ANSWER_BOUND.toNanos();
      while (asked > 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @GuardedBy("lock")
  private boolean mayGoOn() {
    return room > low && !ending && bytesLeft() > 0;
  }

  @GuardedBy("lock")
  private long bytesLeft() {
    return receiver.bytesLeft() - bytesAsked;
  }

  /**
   * Called by a wait that has ended: with a message, with nothing, or with a failure. What came is
   * handed over here, on the thread that reads from Redis, rather than when the loop's has woken.
   */
  private void completed(BlockingPop wait, byte @Nullable [] message, @Nullable Throwable broken) {
    if (message == null && (broken != null || wait.isOverdue())) {
      script.lost();
    }
    lock.lock();
    try {
      if (broken != null) {
        wait.activity.seemsBusy(); // a full Redis refuses the wait, but not the script that takes
        failure = RedisFailure.of(wait.queue, broken);
        changed.signal();
      } else if (message != null && room > 0 && bytesLeft() > 0 && !wait.isPaused()) {
        arrived(wait, wait.delivery(message));
      } else if (message != null) {
        wait.activity.seemsBusy();
        script.returnToQueue(wait.delivery(message));
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
  @GuardedBy("lock")
  private void arrived(BlockingPop wait, Delivery message) {
    int requests = message.requests();
    if (requests > room + receiver.spare()) {
      keepPart(wait, message);
      return;
    }
    room -= requests;
    boolean crowd = wait.activity.arrived(message.message().length, requests);
    TakeScript.Bound bound = // the rest is for other queues meanwhile
        wait.activity.bound((room + 1) / 2, bytesLeft() - message.message().length);
    boolean asks = wait.isBusy() && bound.requests() > 0 && bound.bytes() > 0;
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
  @GuardedBy("lock")
  private void keepPart(BlockingPop wait, Delivery chunk) {
    Question question = new Question(wait, takes, new TakeScript.Bound(0, 0, 0), room);
    begin(question);
    room = 0;
    script
        .keepPart(chunk, question.reserved)
        .whenComplete(
            (part, broken) -> {
              boolean kept = broken == null && part != null;
              answered(question, kept ? List.of(part) : List.of(), kept ? 0 : question.reserved);
            });
  }

  /**
   * Hands the message that is {@code waiting}, if one is, over together with what else there is.
   */
  @GuardedBy("lock")
  private void ask(BlockingPop wait, TakeScript.Bound bound, @Nullable Delivery waiting) {
    List<Delivery> alone = waiting == null ? List.of() : List.of(waiting);
    Question question =
        new Question(wait, takes, bound, bound.requests() + TakeScript.requests(alone));
    begin(question);
    room -= bound.requests();
    script
        .take(wait.queue, wait.taken, bound.with(receiver.spare()), waiting)
        .whenComplete(
            (answer, broken) -> {
              List<Delivery> others =
                  answer == null ? List.of() : answer.subList(alone.size(), answer.size());
              if (answer != null) {
                wait.activity.asked(others, bound);
              }
              int unused = bound.requests() - TakeScript.requests(others);
              answered(question, answer == null ? alone : answer, unused);
            });
  }

  /** What is asked in one take, for how much, and how many places that take has reserved for it. */
  private record Question(BlockingPop asker, int take, TakeScript.Bound bound, int reserved) {}

  @GuardedBy("lock")
  private void begin(Question question) {
    asked += question.reserved;
    bytesAsked += question.bound.bytes();
  }

  private void answered(Question question, List<Delivery> taken, int unused) {
    lock.lock();
    try {
      if (question.take != takes) {
        taken.forEach(script::returnToQueue); // the take has ended without it
        return;
      }
      asked -= question.reserved;
      bytesAsked -= question.bound.bytes();
      room += unused;
      if (!taken.isEmpty()) {
        receiver.receive(taken);
      }
      goOn(question.asker);
    } finally {
      lock.unlock();
    }
  }

  /** The loop's thread sleeps on as long as there is much room. */
  @GuardedBy("lock")
  private void goOn(BlockingPop wait) {
    if (mayGoOn()) {
      wait.startUnlessWaiting(patience);
    } else if (asked == 0) {
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

  /** Guard against race of two who serve: the connections of one would never be closed. */
  @Override
  public synchronized void serve(List<QueueName> queues) {
    Map<QueueName, BlockingPop> before = new HashMap<>();
    waits.forEach(wait -> before.put(wait.queue, wait));
    List<BlockingPop> after = new ArrayList<>();
    for (QueueName queue : queues) {
      BlockingPop known = before.remove(queue);
      after.add(known == null ? checked(waitFor(queue)) : known);
    }
    lock.lock();
    try {
      waits = List.copyOf(after);
      waits.forEach(wait -> wait.pause(paused.contains(wait.queue)));
      if (room > 0) { // a take is under way
        waits.forEach(wait -> wait.startUnlessWaiting(patience));
      }
    } finally {
      lock.unlock();
    }
    before.values().forEach(BlockingPop::retire);
  }

  private static BlockingPop checked(BlockingPop wait) {
    try {
      wait.check();
      return wait;
    } catch (RpcException denied) {
      wait.retire();
      throw denied;
    }
  }

  @Override
  public void pause(Set<QueueName> queues) {
    lock.lock();
    try {
      paused = Set.copyOf(queues);
      waits.forEach(wait -> wait.pause(paused.contains(wait.queue)));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long unanswered() {
    return script.unanswered();
  }

  /** Waits for the waits under way, which are short or ended, and hands back what they bring. */
  @Override
  public void close() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    waits.forEach(BlockingPop::unblock);
    for (BlockingPop wait : waits) {
      wait.end(end - System.nanoTime());
    }
  }
}
