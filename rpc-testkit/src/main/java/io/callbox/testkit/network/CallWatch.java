package io.callbox.testkit.network;

import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the calls of one node, from their beginning until all callbacks of their callers have run.
 * It is the outermost interceptor of the node. Safe for use by many threads.
 */
final class CallWatch implements Interceptor {

  /**
   * The interval, in real time, at which a call that is about to end checks whether its node is
   * closed.
   */
  private static final long LOOK_MILLIS = 20;

  private final NodeWork node;
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong over = new AtomicLong();

  /** The calls that are about to end; several calls can end at once on several threads. */
  private final NavigableMap<Long, Watched> ending = new ConcurrentSkipListMap<>();

  CallWatch(NodeWork node) {
    this.node = node;
  }

  /** A one-way call ends when it is sent, because nobody waits for it. */
  @Override
  public CallObserver begin(InterceptedCall call) {
    if (call.method().oneWay()) {
      return CallObserver.NONE;
    }
    node.mover.refuseToWait(call);
    Watched watched = new Watched(begun.incrementAndGet(), call.method().fullName());
    long millis =
        call.deadline() == null ? 0 : call.deadline().toEpochMilli() - call.brokerMillis();
    node.later(Duration.ofMillis(millis), () -> node.deadline(watched::isOver));
    return watched;
  }

  long over() {
    return over.get();
  }

  long begun() {
    return begun.get();
  }

  /** Returns how many calls wait for their turn to end. */
  int ending() {
    return ending.size();
  }

  /** Lets the first waiting call end. Returns whether there is one. */
  boolean letOneEnd() {
    Map.Entry<Long, Watched> first = ending.pollFirstEntry();
    if (first != null) {
      first.getValue().mayEnd.countDown();
    }
    return first != null;
  }

  private final class Watched implements CallObserver {
    private final long number;
    private final String method;
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final Thread caller = Thread.currentThread();
    private final AtomicBoolean told = new AtomicBoolean();

    /** Set if its caller has waited for it, and has its outcome. */
    private volatile boolean endedHere;

    Watched(long number, String method) {
      this.number = number;
      this.method = method;
    }

    boolean isOver() {
      return told.get();
    }

    @Override
    public void end(Outcome outcome) {
      endedHere = Thread.currentThread() == caller;
      if (!endedHere) {
        awaitTurn();
      }
      node.trace(method + " ended " + outcome.statusName());
    }

    /** Calls of a closed node end at once, because nothing may let them end later. */
    private void awaitTurn() {
      ending.put(number, this);
      node.changed();
      try {
        for (boolean turn = false; !turn && !node.isClosed(); ) {
          turn = mayEnd.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      ending.remove(number);
    }

    @Override
    public void leave() {
      if (endedHere) {
        tell();
      }
    }

    @Override
    public CallContext.Scope resume() {
      return this::tell;
    }

    private void tell() {
      if (told.compareAndSet(false, true)) {
        over.incrementAndGet();
        node.changed();
      }
    }
  }
}
