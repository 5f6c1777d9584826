package io.callbox.internal.client;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.CallStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A durable call on its way to its queue. */
final class Submitting implements PushBatcher.Message {

  private final CallStore.Submission submission;
  private final @Nullable FreshCall fresh;
  private final Consumer<Submitting> again;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();

  /** Set before it is first pushed. */
  private BooleanSupplier over = () -> true;

  /** Written before {@link #pushed} by the thread that calls it. */
  private Answer answered = new Answer(CallStore.Submitted.FULL, null);

  /**
   * What became of it.
   *
   * @param submitted whether it is there
   * @param missed why it is not known to be where it should, too; null if it is
   */
  record Answer(CallStore.Submitted submitted, @Nullable String missed) {}

  /**
   * A call that has not been pushed.
   *
   * @param fresh tells those who wait for its end; null if there is none
   * @param again pushes it once more
   */
  Submitting(
      CallStore.Submission submission, @Nullable FreshCall fresh, Consumer<Submitting> again) {
    this.submission = submission;
    this.fresh = fresh;
    this.again = again;
  }

  /** Says for how long it is pushed again while the broker does not answer. */
  void until(BrokerClock clock, Duration bound) {
    long end = clock.nanoTime() + bound.toNanos();
    over = () -> clock.nanoTime() - end > 0;
  }

  CallStore.Submission submission() {
    return submission;
  }

  CompletableFuture<Answer> answer() {
    return answer;
  }

  private boolean isThere() {
    return answered.submitted() == CallStore.Submitted.NEW
        || answered.submitted() == CallStore.Submitted.JOINED;
  }

  /** Its submitter is not to wait for its end, for this reason. */
  void failed(RpcException reason) {
    if (fresh != null) {
      fresh.failed(reason);
    }
  }

  void answered(CallStore.Submitted submitted, @Nullable String missed) {
    answered = new Answer(submitted, missed);
  }

  @Override
  public int bytes() {
    return submission.request().length;
  }

  @Override
  public void pushed() {
    if (fresh != null && isThere()) {
      fresh.answered(answered.submitted());
    } else if (fresh != null) {
      fresh.unanswered();
    }
    answer.complete(answered);
  }

  /**
   * Of a call that must be new, nobody could tell whether it met itself. What Redis has not is not
   * there a moment later.
   */
  @Override
  public void notPushed(Throwable reason) {
    boolean outage =
        reason instanceof RpcException failure
            && failure.code() == StatusCode.UNAVAILABLE
            && failure.executed() != Executed.NO;
    if (outage && !submission.orFail() && !over.getAsBoolean()) {
      again.accept(this);
    } else {
      if (fresh != null) {
        fresh.unanswered();
      }
      answer.completeExceptionally(reason);
    }
  }
}
