package io.callbox.internal.client;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.CallStore;
import io.callbox.transport.Submission;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A durable call on its way to its queue. */
final class Submitting implements PushBatcher.Message {

  private final Submission submission;
  private final @Nullable FreshCall fresh;
  private final Consumer<Submitting> again;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();

  /** Set before it is first pushed. */
  private BooleanSupplier over = () -> true;

  /**
   * Whether an earlier push may have submitted it. Written by the threads of its pushes in turn.
   */
  private volatile boolean inDoubt;

  /** Written before {@link #pushed} by the thread that calls it. */
  private Answer answered = new Answer(CallStore.Submitted.FULL, null);

  /**
   * The result of the submission.
   *
   * @param submitted the result
   * @param missed why it is not known that it has reached the disk or the replicas; null if it has
   */
  record Answer(CallStore.Submitted submitted, @Nullable String missed) {}

  /**
   * Creates a call that has not been pushed.
   *
   * @param fresh notifies waiters of its end; null if there is none
   * @param again pushes it once more
   */
  Submitting(Submission submission, @Nullable FreshCall fresh, Consumer<Submitting> again) {
    this.submission = submission;
    this.fresh = fresh;
    this.again = again;
  }

  /** Sets how long to repeat the push while the broker does not answer: at most until the close. */
  void until(BrokerClock clock, Duration bound, BooleanSupplier closed) {
    long end = clock.nanoTime() + bound.toNanos();
    over = () -> closed.getAsBoolean() || clock.nanoTime() - end > 0;
  }

  /** Returns whether its time is over. */
  boolean isOver() {
    return over.getAsBoolean();
  }

  Submission submission() {
    return submission;
  }

  CompletableFuture<Answer> answer() {
    return answer;
  }

  private boolean isThere() {
    return answered.submitted() == CallStore.Submitted.NEW
        || answered.submitted() == CallStore.Submitted.JOINED;
  }

  /** Ends the waiting of its submitter, with this reason. */
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
   * A call that must be new is not pushed again, because nobody could tell whether it found itself.
   * If Redis does not have it, it does not appear a moment later.
   */
  @Override
  public void notPushed(Throwable reason) {
    boolean outage =
        reason instanceof RpcException failure
            && failure.code() == StatusCode.UNAVAILABLE
            && failure.executed() != Executed.NO;
    if (outage && !submission.orFail() && !over.getAsBoolean()) {
      inDoubt = true;
      again.accept(this);
    } else {
      if (fresh != null) {
        fresh.unanswered();
      }
      answer.completeExceptionally(inDoubt ? doubted(reason) : reason);
    }
  }

  /** A push that has submitted nothing does not speak for an earlier one without an answer. */
  private static Throwable doubted(Throwable reason) {
    if (!(reason instanceof RpcException failure) || failure.executed() != Executed.NO) {
      return reason;
    }
    RpcException.Details doubted =
        new RpcException.Details(failure.code(), Executed.UNKNOWN, false);
    return new RpcException(doubted, String.valueOf(failure.getMessage()), failure);
  }
}
