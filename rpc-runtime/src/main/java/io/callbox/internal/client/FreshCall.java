package io.callbox.internal.client;

import io.callbox.rpc.RpcException;
import io.callbox.transport.CallStore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A call that this client is submitting, or has just submitted: who waits for its end need not look
 * at its record before a hint says that it has ended. The first who waits is told by this object;
 * others wait by themselves. Safe for use by many threads.
 */
final class FreshCall implements EndHints.Listener {

  private final String id;
  private final long sinceNanos;
  private final boolean isListed;

  /** The first who waits, or why nobody can any more: a failure, or this object. */
  private final AtomicReference<@Nullable Object> first = new AtomicReference<>();

  /**
   * There is something to look at. Guard against race of a hint, of Redis's answer and of who
   * begins to wait: each writes what it brings first, then reads what the others have brought.
   */
  private volatile boolean mayHaveEnded;

  /** Nothing more is heard of its submission: before, Redis may not know it. */
  private volatile boolean isAnswered;

  /**
   * A call that is about to be pushed.
   *
   * @param nowNanos the time
   * @param isListed whether hints are known to come, and this object hears them
   */
  FreshCall(String id, long nowNanos, boolean isListed) {
    this.id = id;
    this.sinceNanos = nowNanos;
    this.isListed = isListed;
  }

  @Override
  public String id() {
    return id;
  }

  boolean isListed() {
    return isListed;
  }

  /** Has somebody told of its end; false if somebody else is, or it is forgotten. */
  boolean tell(OutcomeWait ending) {
    if (first.compareAndSet(null, ending)) {
      lookIfEnded();
      return true;
    }
    if (first.get() instanceof RpcException failure) {
      ending.fail(failure);
      return true;
    }
    return false;
  }

  /** Redis has answered: what is joined may have ended long ago. */
  void answered(CallStore.Submitted submitted) {
    if (submitted == CallStore.Submitted.JOINED || !isListed) {
      mayHaveEnded = true;
    }
    isAnswered = true;
    lookIfEnded();
  }

  private void lookIfEnded() {
    OutcomeWait ending = polled();
    if (ending != null && mayHaveEnded) {
      ending.look();
    }
  }

  /** It is not known whether it is submitted. */
  void unanswered() {
    isAnswered = true;
  }

  /** Nobody is to wait for it, for this reason. */
  void failed(RpcException failure) {
    if (!first.compareAndSet(null, failure)) {
      closed(failure);
    }
  }

  /** Whether nobody has waited for it in this time; then nobody can any more. */
  boolean isForgotten(long nowNanos, long patienceNanos) {
    return isAnswered
        && nowNanos - sinceNanos > patienceNanos
        && (first.compareAndSet(null, this) || !(first.get() instanceof OutcomeWait));
  }

  @Override
  public @Nullable OutcomeWait hinted() {
    mayHaveEnded = true;
    return polled();
  }

  @Override
  public @Nullable OutcomeWait polled() {
    return isAnswered && first.get() instanceof OutcomeWait ending ? ending : null;
  }

  @Override
  public void closed(RpcException reason) {
    if (first.get() instanceof OutcomeWait ending) {
      ending.fail(reason);
    }
  }
}
