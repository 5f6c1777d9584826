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

  /**
   * Whether an earlier push may have submitted it. Written by the threads of its pushes in turn.
   */
  private volatile boolean inDoubt;

  /** Written before {@link #pushed} by the thread that calls it. */
  private Answer answered = NONE;

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
   */
  Submitting(Submission submission, @Nullable FreshCall fresh, Owner owner) {
    this.submission = submission;
    this.fresh = fresh;
    this.owner = owner;
  }

  /** The one who submits it. */
  interface Owner {

    /** Pushes it once more, after a pause. */
    void pushAgain(Submitting submitting);

    /** It has ended, with an answer or for a reason. Called once; must be short. */
    void ended(Submitting submitting, @Nullable Answer answer, @Nullable Throwable reason);
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
   * Last: before its waiters know why it is not submitted, none may look at a record, which is
   * another call's.
   */
  private void unanswered() {
    if (fresh != null && !isThere()) {
      fresh.ended();
    }
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
      owner.pushAgain(this);
    } else {
      fail(inDoubt ? doubted(reason) : reason);
      unanswered();
    }
  }

  /** A push that has submitted nothing does not speak for an earlier one without an answer. */
  private static Throwable doubted(Throwable reason) {
    return reason instanceof RpcException failure ? Unsent.doubted(failure) : reason;
  }
}
