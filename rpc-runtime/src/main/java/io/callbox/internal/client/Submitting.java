package io.callbox.internal.client;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.CallStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A durable call on its way to its queue. */
final class Submitting implements PushBatcher.Message {

  private final CallStore.Submission submission;
  private final Consumer<Submitting> again;
  private final CompletableFuture<CallStore.Submitted> answer = new CompletableFuture<>();

  /** Set before it is first pushed. */
  private BooleanTime over = () -> true;

  /** Written before {@link #pushed} by the thread that calls it. */
  private CallStore.Submitted submitted = CallStore.Submitted.FULL;

  Submitting(CallStore.Submission submission, Consumer<Submitting> again) {
    this.submission = submission;
    this.again = again;
  }

  private interface BooleanTime {
    boolean isOver();
  }

  /** Says for how long it is pushed again while the broker does not answer. */
  void until(BrokerClock clock, Duration bound) {
    long end = clock.nanoTime() + bound.toNanos();
    over = () -> clock.nanoTime() - end > 0;
  }

  CallStore.Submission submission() {
    return submission;
  }

  CompletableFuture<CallStore.Submitted> answer() {
    return answer;
  }

  void answered(CallStore.Submitted newSubmitted) {
    submitted = newSubmitted;
  }

  @Override
  public int bytes() {
    return submission.request().length;
  }

  @Override
  public void pushed() {
    answer.complete(submitted);
  }

  /** Of a call that must be new, nobody could tell whether it met itself. */
  @Override
  public void notPushed(Throwable reason) {
    boolean outage =
        reason instanceof RpcException failure && failure.code() == StatusCode.UNAVAILABLE;
    if (outage && !submission.orFail() && !over.isOver()) {
      again.accept(this);
    } else {
      answer.completeExceptionally(reason);
    }
  }
}
