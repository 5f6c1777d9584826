package io.callbox.internal.client.durable;

import io.callbox.internal.client.push.Unsent;
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
import org.jspecify.annotations.Nullable;

/** A durable call on its way to its queue. */
final class Submitting implements PushBatcher.Message {

  /** Stands for an answer that is yet to come. */
  private static final Answer NONE = new Answer(CallStore.Submitted.FULL, null);

  private final Submission submission;
  private final @Nullable FreshCall fresh;
  private final Owner owner;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();

  /** Set before it is first pushed. */
  private BooleanSupplier over = () -> true;

  /** Set if an earlier push may have submitted it. Written by the threads of its pushes in turn. */
  private volatile boolean inDoubt;

  /** Written before {@link #pushed} by the thread that calls it. */
  private Answer answered = NONE;

  /**
   * The result of the submission.
   *
   * @param submitted the result
   * @param missed the reason why it is not known to have reached the disk or the replicas; null if
   *     it has
   */
  record Answer(CallStore.Submitted submitted, @Nullable String missed) {}

  /**
   * Creates a call that has not been pushed.
   *
   * @param fresh notifies waiters of its end; null if there is none
   */
  Submitting(Submission submission, @Nullable FreshCall fresh, Owner owner) {
    this.submission = submission;
    this.fresh = fresh;
    this.owner = owner;
  }

  /** The owner of a submission. */
  interface Owner {

    /** Pushes a submission once more, after a pause. */
    void pushAgain(Submitting submitting);

    /**
     * Handles the end of a submission, with an answer or with a reason. Called once; must be short.
     */
    void ended(Submitting submitting, @Nullable Answer answer, @Nullable Throwable reason);
  }

  /**
   * Sets the time for which the push is repeated while the broker does not answer: at most until
   * the close.
   */
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

  private void end() {
    if (answer.complete(answered)) {
      owner.ended(this, answered, null);
    }
  }

  /** Ends it for this reason, unless it has ended. */
  void fail(Throwable reason) {
    if (answer.completeExceptionally(reason)) {
      owner.ended(this, null, reason);
    }
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
    }
    end();
    unanswered();
  }

  /**
   * Ends the submission without an answer. This is the last step: until its waiters know the
   * reason, none of them may read a record, which belongs to another call.
   */
  private void unanswered() {
    if (fresh != null && !isThere()) {
      fresh.ended();
    }
  }

  /**
   * Handles a failed push. A call that must be new is not pushed again: the answer could not tell
   * whether the push found its own earlier copy. If Redis does not have the call now, it does not
   * appear a moment later.
   */
  @Override
  public void notPushed(Throwable reason) {
    boolean outage =
        reason instanceof RpcException failure
            && failure.code() == StatusCode.UNAVAILABLE
            && failure.executed() != Executed.NO;
    if (outage && !submission.orFail() && !over.getAsBoolean()) {
      inDoubt = true;
      owner.pushAgain(this);
    } else {
      fail(inDoubt ? doubted(reason) : reason);
      unanswered();
    }
  }

  /**
   * Returns the reason as far as it is known. If this push has submitted nothing, an earlier push
   * without an answer may have done so.
   */
  private static Throwable doubted(Throwable reason) {
    return reason instanceof RpcException failure ? Unsent.doubted(failure) : reason;
  }
}
