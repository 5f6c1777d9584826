package io.callbox.internal.client.durable;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.rpc.RpcException;
import io.callbox.transport.CallRecord;
import io.callbox.transport.CallStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A call that this client is submitting, or has just submitted. A waiter for its end need not read
 * its record before a hint says that it has ended. This object notifies the first waiter; other
 * waiters wait by themselves, but read no record before its submission has ended: if its id is
 * taken, the record is another call's. Safe for use by many threads.
 */
final class FreshCall implements EndHints.Listener {

  private final String id;
  private final long sinceNanos;
  private final boolean isListed;

  /**
   * The first waiter, or the reason why waiting is no longer possible: a failure, or this object.
   * Guard against race between waiters, and with the look that forgets the call: the first counts.
   */
  private final AtomicReference<@Nullable Object> first = new AtomicReference<>();

  /**
   * Set if the record may have changed. Guard against race between a hint, Redis's answer and a
   * thread that begins to wait: each first writes its own change, then reads those of the others.
   */
  private volatile boolean mayHaveEnded;

  private volatile boolean asksToBeTold;

  /** Set when its submission has ended; before that, Redis may not have the call. */
  private volatile boolean isAnswered;

  /**
   * The waiters that wait by themselves, until its submission has ended. Guard against race between
   * a thread that begins to wait and this end: the later of the two sees what the other has
   * written.
   */
  @GuardedBy("this")
  private List<OutcomeWait> others = List.of();

  /**
   * Creates a call that is about to be pushed.
   *
   * @param nowNanos the time
   * @param isListed whether hints are known to arrive, and this object receives them
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

  /**
   * Registers a waiter for its end; false if there is another waiter already, or if the call is
   * forgotten.
   */
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

  /** Handles Redis's answer. A joined call may have ended long ago. */
  void answered(CallStore.Submitted submitted) {
    if (submitted == CallStore.Submitted.JOINED || !isListed) {
      mayHaveEnded = true;
    }
    ended();
    lookIfEnded();
  }

  private void lookIfEnded() {
    OutcomeWait ending = polled();
    if (ending != null && mayHaveEnded) {
      ending.look();
    }
  }

  /** Notes that its submission has ended, with an answer or without one. */
  void ended() {
    isAnswered = true;
    takeOthers().forEach(OutcomeWait::look);
  }

  private synchronized List<OutcomeWait> takeOthers() {
    List<OutcomeWait> taken = others;
    others = List.of();
    return taken;
  }

  /**
   * Returns the listener for a waiter that this object does not notify.
   *
   * @return the waiter itself if the submission has ended: it may read the record at once
   */
  EndHints.Listener other(OutcomeWait ending) {
    synchronized (this) {
      if (!isAnswered && !(first.get() instanceof RpcException)) {
        others = others.isEmpty() ? new ArrayList<>() : others;
        others.add(ending);
        return new Other(ending);
      }
    }
    if (first.get() instanceof RpcException failure) {
      ending.fail(failure);
    }
    return ending;
  }

  /** Listens for a waiter that may not read the record yet. */
  private final class Other implements EndHints.Listener {

    private final OutcomeWait ending;

    Other(OutcomeWait ending) {
      this.ending = ending;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public @Nullable OutcomeWait hinted() {
      return polled();
    }

    @Override
    public @Nullable OutcomeWait polled() {
      return isAnswered ? ending : null;
    }

    @Override
    public void closed(RpcException reason) {
      ending.fail(reason);
    }
  }

  /** Ends all waiting, also of later waiters, with this reason. */
  void failed(RpcException failure) {
    if (first.getAndSet(failure) instanceof OutcomeWait ending) {
      ending.fail(failure);
    }
    takeOthers().forEach(other -> other.fail(failure));
  }

  /** Returns whether no thread has waited for it in this time; from then on, none can. */
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

  /** Notes that its request asks for its result. Call it before the push. */
  void askToBeTold() {
    asksToBeTold = true;
  }

  @Override
  public boolean asksToBeTold() {
    return asksToBeTold;
  }

  /**
   * Handles the record. The id is used once, so the record belongs to this call, even before
   * Redis's answer has come.
   */
  @Override
  public void told(CallRecord record) {
    mayHaveEnded = true;
    if (first.get() instanceof OutcomeWait ending) {
      ending.end(record);
    }
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
