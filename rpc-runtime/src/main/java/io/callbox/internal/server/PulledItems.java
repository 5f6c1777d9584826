package io.callbox.internal.server;

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
 * Publishes the items of a {@link Stream}: pulls them on an executor, no more than were asked for,
 * so that no thread waits for a slow reader. The stream is closed when it ends or nobody wants more
 * of it; a thread that waits in it is interrupted then. For one subscriber.
 */
final class PulledItems<T> implements Flow.Publisher<T> {

  private static final Logger LOG = LoggerFactory.getLogger(PulledItems.class);

  private final Stream<T> items;
  private final Executor executor;
  private final AtomicBoolean taken = new AtomicBoolean();

  PulledItems(Stream<T> items, Executor executor) {
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

  /** One thread at a time pulls. */
  private final class Pull implements Flow.Subscription, Runnable {

    private final Flow.Subscriber<? super T> subscriber;

    /** The monitor guards what follows: who asks races with who pulls. */
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

    /** The subscriber knows that it has subscribed: from now on it may be given something. */
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

    /** Guard against race with {@link #cancel}: no thread is interrupted for what it has left. */
    private synchronized void leave() {
      puller = null;
      if (cancelled) {
        Thread.interrupted();
      }
    }

    /** Whether there is something to pull; if not, whoever has something starts a new run. */
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

    /** Returns false if nobody is to hear of it. */
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
