package io.callbox.internal.redisson.take;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.redisson.failure.RedisFailure;
import io.callbox.rpc.RpcException;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer.Receiver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The takes of a consumer that wait for messages. The thread that reads from Redis passes the
 * message of a wait on, as long as the take has room, together with the messages behind it if there
 * seem to be many. A message that arrives when there is no room for it goes back at once, to be
 * taken by others.
 *
 * <p>Waits complete on Redisson's threads, takes run on the loop's. Safe for use by many threads.
 */
final class WaitingTake implements BlockingPop.Completion {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingTake.class);

  private final TakeScript script;
  private final LateMessages late;
  private final QueueWaits waits;
  private final ReentrantLock lock;

  @GuardedBy("lock")
  private final TakeUnderWay current;

  @GuardedBy("lock")
  private final BetweenTakes between;

  /**
   * Creates the takes of a consumer.
   *
   * @param late keeps late messages for the next take
   * @param between handles messages that come while no take has room
   * @param waits the waits for its queues now
   * @param lock guards the state of the take, and the set of queues
   */
  WaitingTake(
      TakeScript script,
      LateMessages late,
      BetweenTakes between,
      Supplier<List<BlockingPop>> waits,
      ReentrantLock lock) {
    this.script = script;
    this.late = late;
    this.between = between;
    this.waits = new QueueWaits(waits);
    this.lock = lock;
    this.current = new TakeUnderWay(lock.newCondition());
  }

  /**
   * Takes messages that come, until there is little room left, or the time is over. A message may
   * hold {@code each} requests. Does not wait if messages have just come late.
   */
  int take(int max, int each, Duration wait, Receiver receiver) {
    lock.lock();
    try {
      if (late.areAny() && receiver.bytesLeft() > 0) {
        return 0;
      }
      current.open(max, each, wait, receiver);
      between.next(receiver, wait);
      return takeArriving();
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private int takeArriving() {
    try {
      waits.start(current.patience());
      return current.await();
    } finally {
      current.close();
      between.listenToAll(waits.current().get());
    }
  }

  /** Notes that there are other queues: a take that is under way waits for them, too. */
  void queuesChanged() {
    lock.lock();
    try {
      if (current.isOpen()) {
        waits.start(current.patience());
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Passes a message on. This thread does it, because the loop's thread would first have to wake.
   */
  @Override
  public void completed(BlockingPop wait, byte @Nullable [] message, @Nullable Throwable broken) {
    if (message == null && (broken != null || wait.isOverdue())) {
      script.lost();
    }
    lock.lock();
    try {
      if (broken != null) {
        failed(wait, broken);
      } else if (message != null
          && current.isOpen()
          && current.bytesLeft() > 0
          && !wait.isPaused()) {
        arrived(wait, wait.delivery(message));
      } else if (message != null) {
        between.arrived(wait, wait.delivery(message));
      } else {
        current.goOn(wait);
        between.listen(wait);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Handles a failed wait. The take goes on while waits for other queues do not fail. */
  @GuardedBy("lock")
  private void failed(BlockingPop wait, Throwable broken) {
    if (!RedisFailure.isCut(broken)) {
      wait.activity.seemsBusy(); // a full Redis refuses the wait, but not the take script
    }
    RpcException said = RedisFailure.of(wait.queue, broken);
    if (waits.areAllFailing()) {
      current.fail(said);
    } else {
      LOG.debug("{} is waited for later: {}", wait.queue, said.getMessage());
    }
  }

  /**
   * Handles a message. Messages that come together are passed on together: otherwise each would be
   * answered by itself, and its caller's next call would come alone again.
   */
  @GuardedBy("lock")
  private void arrived(BlockingPop wait, Delivery message) {
    int requests = message.requests();
    if (!current.fits(requests)) {
      keepPart(wait, message);
      return;
    }
    current.use(requests);
    boolean crowd = wait.activity.arrived(message.message().length, requests);
    TakeScript.Bound rest = wait.isBusy() ? current.behind(message, wait.activity) : null;
    if (!crowd || rest == null) {
      current.receiver().receive(List.of(message));
    }
    if (rest == null) {
      current.goOn(wait);
    } else {
      ask(wait, rest, crowd ? message : null);
    }
  }

  /** Keeps the part of a chunk for which there is room; the rest goes back, to be taken next. */
  @GuardedBy("lock")
  private void keepPart(BlockingPop wait, Delivery chunk) {
    int most = current.left();
    TakeUnderWay.Reserved reserved = current.reserve(most, 0, 0);
    script
        .keepPart(chunk, most)
        .whenComplete(
            (part, broken) -> {
              boolean kept = broken == null && part != null;
              answered(wait, reserved, kept ? List.of(part) : List.of(), kept ? 0 : most);
            });
  }

  /** Asks the queue for more, and passes the answer on together with {@code waiting}, if any. */
  @GuardedBy("lock")
  private void ask(BlockingPop wait, TakeScript.Bound bound, @Nullable Delivery waiting) {
    List<Delivery> alone = waiting == null ? List.of() : List.of(waiting);
    TakeUnderWay.Reserved reserved =
        current.reserve(bound.requests(), bound.bytes(), Delivery.requestsIn(alone));
    wait.asked(true);
    script
        .take(wait.queue, wait.taken, bound.with(current.receiver().spare()), waiting)
        .whenComplete(
            (answer, broken) -> {
              wait.asked(false);
              List<Delivery> others =
                  answer == null ? List.of() : answer.subList(alone.size(), answer.size());
              if (answer != null) {
                wait.activity.asked(others, bound);
              }
              int unused = bound.requests() - Delivery.requestsIn(others);
              answered(wait, reserved, answer == null ? alone : answer, unused);
            });
  }

  private void answered(
      BlockingPop asker, TakeUnderWay.Reserved reserved, List<Delivery> taken, int unused) {
    lock.lock();
    try {
      if (!current.answered(reserved, unused)) {
        came(asker, taken); // the take has ended without this answer
        return;
      }
      if (!taken.isEmpty()) {
        current.receiver().receive(taken);
      }
      current.goOn(asker);
    } finally {
      lock.unlock();
    }
  }

  /** Passes late messages on if there is room for them now; otherwise the next take does. */
  void came(BlockingPop wait, List<Delivery> taken) {
    lock.lock();
    try {
      if (taken.isEmpty()) {
        return;
      }
      if (current.accepts(taken) && !wait.isPaused()) {
        current.use(Delivery.requestsIn(taken));
        current.receiver().receive(taken);
        current.goOn(wait);
      } else {
        late.add(wait, taken);
        current.endIfOpen();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends the take that is under way, or about to begin. */
  void wakeUp() {
    lock.lock();
    try {
      current.end();
    } finally {
      lock.unlock();
    }
  }
}
