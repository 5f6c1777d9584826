package io.callbox.internal.client.durable;

import io.callbox.rpc.RpcException;
import io.callbox.transport.CallRecord;
import io.callbox.transport.QueueName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A wait for the end of a durable call. Safe for use by many threads. */
final class OutcomeWait implements EndHints.Listener {

  private final QueueName queue;
  private final String id;
  private final boolean attached;
  private final Consumer<OutcomeWait> look;
  private final CompletableFuture<@Nullable CallRecord> end = new CompletableFuture<>();

  /**
   * Creates a wait that has not begun.
   *
   * @param attached whether the call's method is known from its record alone
   * @param look reads the call's record
   */
  OutcomeWait(QueueName queue, String id, boolean attached, Consumer<OutcomeWait> look) {
    this.queue = queue;
    this.id = id;
    this.attached = attached;
    this.look = look;
  }

  /** Returns whether the call was submitted elsewhere, not by the handle of this wait. */
  boolean isAttached() {
    return attached;
  }

  QueueName queue() {
    return queue;
  }

  @Override
  public String id() {
    return id;
  }

  /** Completes with the call's record when the call has ended; with null if the call is unknown. */
  CompletableFuture<@Nullable CallRecord> end() {
    return end;
  }

  /**
   * Returns a latch that reaches zero when {@link #end} completes, for a thread that blocks until
   * then.
   */
  CountDownLatch ended() {
    CountDownLatch ended = new CountDownLatch(1);
    end.whenComplete((record, failure) -> ended.countDown());
    return ended;
  }

  void look() {
    look.accept(this);
  }

  void end(@Nullable CallRecord record) {
    end.complete(record);
  }

  /** Forgets the wait: its thread no longer waits. */
  void forget() {
    end.cancel(false);
  }

  void fail(RpcException failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public OutcomeWait hinted() {
    return this;
  }

  @Override
  public OutcomeWait polled() {
    return this;
  }

  @Override
  public void closed(RpcException reason) {
    fail(reason);
  }
}
