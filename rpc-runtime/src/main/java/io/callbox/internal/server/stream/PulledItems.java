package io.callbox.internal.server.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Spliterator;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the items of a {@link Stream}. It pulls only requested items, on an executor, so no
 * thread waits for a slow reader. It closes the stream at its end or when it is cancelled, and then
 * interrupts a thread that waits in it. For one subscriber.
 */
public final class PulledItems<T> implements Flow.Publisher<T> {

  private static final Logger LOG = LoggerFactory.getLogger(PulledItems.class);

  private final Stream<T> items;
  private final Executor executor;
  private final AtomicBoolean taken = new AtomicBoolean();

  public PulledItems(Stream<T> items, Executor executor) {
    this.items = items;
    this.executor = executor;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    if (taken.compareAndSet(false, true)) {
      Pull pull = new Pull(subscriber);
      subscriber.onSubscribe(pull);
      pull.start();
    } else {
      subscriber.onSubscribe(new NoItems());
      subscriber.onError(new IllegalStateException("a stream can be read once"));
    }
  }

  private static final class NoItems implements Flow.Subscription {

    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }

  /** Pulls items, on one thread at a time. */
  private final class Pull implements Flow.Subscription, Runnable {

    private final Flow.Subscriber<? super T> subscriber;

    /**
     * The monitor guards the following fields: a thread that requests races with a thread that
     * pulls.
     */
    @GuardedBy("this")
    private long demand;

    @GuardedBy("this")
    private boolean running = true;

    @GuardedBy("this")
    private boolean cancelled;

    @GuardedBy("this")
    private boolean ended;

    @GuardedBy("this")
    private @Nullable Throwable violation;

    @GuardedBy("this")
    private @Nullable Thread puller;

    /** Belongs to the thread that pulls. */
    private @Nullable Spliterator<T> source;

    Pull(Flow.Subscriber<? super T> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long n) {
      synchronized (this) {
        if (n <= 0 && violation == null) {
          violation = new IllegalArgumentException("at least 1 item is asked for, got " + n);
        }
        demand = demand + Math.max(0, n) < 0 ? Long.MAX_VALUE : demand + Math.max(0, n);
      }
      go();
    }

    @Override
    public void cancel() {
      synchronized (this) {
        cancelled = true;
        if (puller != null) {
          puller.interrupt();
        }
      }
      go();
    }

    /** Starts delivering, after the subscriber has its subscription. */
    void start() {
      synchronized (this) {
        running = false;
      }
      go();
    }

    private void go() {
      synchronized (this) {
        if (running || ended) {
          return;
        }
        running = true;
      }
      executor.execute(this);
    }

    @Override
    public void run() {
      begin();
      try {
        while (goesOn()) {
          pullOne();
        }
      } finally {
        leave();
      }
    }

    private synchronized void begin() {
      puller = Thread.currentThread();
    }

    /**
     * Notes that the thread has left the stream. Guard against race with {@link #cancel}: never
     * interrupts a thread for a stream that it has left.
     */
    private synchronized void leave() {
      puller = null;
      if (cancelled) {
        Thread.interrupted();
      }
    }

    /** Returns whether to pull more; if not, the next request starts a new run. */
    private synchronized boolean goesOn() {
      boolean more = !ended && (cancelled || violation != null || demand > 0);
      running = more;
      return more;
    }

    private void pullOne() {
      Throwable wrong;
      boolean over;
      synchronized (this) {
        wrong = violation;
        if (cancelled) {
          ended = true;
        } else if (wrong == null && demand < Long.MAX_VALUE) {
          demand--;
        }
        over = ended;
      }
      if (over) {
        close();
      } else if (wrong != null) {
        fail(wrong);
      } else {
        advance();
      }
    }

    private void advance() {
      boolean advanced;
      try {
        if (source == null) {
          source = items.spliterator();
        }
        advanced = source.tryAdvance(subscriber::onNext);
      } catch (RuntimeException | Error failure) {
        fail(failure);
        return;
      }
      if (!advanced && end()) {
        close();
        subscriber.onComplete();
      }
    }

    private void fail(Throwable failure) {
      if (end()) {
        close();
        subscriber.onError(failure);
      }
    }

    /** Ends the stream; returns false if no signal must follow. */
    private synchronized boolean end() {
      ended = true;
      return !cancelled || closeQuietly();
    }

    private boolean closeQuietly() {
      close();
      return false;
    }

    private void close() {
      try {
        items.close();
      } catch (RuntimeException | Error failure) {
        LOG.warn("a stream could not be closed", failure);
      }
    }
  }
}
