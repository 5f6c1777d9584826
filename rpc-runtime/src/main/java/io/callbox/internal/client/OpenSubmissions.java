package io.callbox.internal.client;

import io.callbox.internal.concurrent.RepeatedLook;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/**
 * The submissions whose acceptance somebody hears of later. Ends those whose time is over: it looks
 * at all of them now and then, so that none needs a timer of its own, and rests while there are
 * none.
 *
 * <p>Safe for use by many threads. The code that creates it closes it.
 */
final class OpenSubmissions implements AutoCloseable {

  /** How late a submission may be ended. */
  private static final Duration PRECISION = Duration.ofMillis(20);

  private final Set<Submitting> open = ConcurrentHashMap.newKeySet();
  private final RepeatedLook looks;
  private volatile boolean closed;

  OpenSubmissions(TaskScheduler later) {
    this.looks = new RepeatedLook(later, PRECISION, () -> !closed && !open.isEmpty(), this::look);
  }

  /**
   * Adds a submission, whose end the caller hears of from its answer. Guard against race with
   * {@link #close}: the thread that sees the other's write ends the submission.
   */
  void add(Submitting submitting) {
    open.add(submitting);
    if (closed) {
      end(submitting);
    }
    looks.keepLooking();
  }

  /** Removes a submission that has been answered. */
  void remove(Submitting submitting) {
    open.remove(submitting);
  }

  private void look() {
    for (Submitting each : open) {
      if (each.isOver()) {
        each.answer().completeExceptionally(new TimeoutException());
      }
    }
  }

  private static void end(Submitting submitting) {
    RpcException reason =
        new RpcException(StatusCode.CANCELLED, Executed.UNKNOWN, "the node was closed");
    submitting.answer().completeExceptionally(reason);
  }

  /** Ends all of them. */
  @Override
  public void close() {
    closed = true;
    open.forEach(OpenSubmissions::end);
  }
}
