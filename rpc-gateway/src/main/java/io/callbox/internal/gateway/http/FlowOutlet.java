package io.callbox.internal.gateway.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the bytes of one answer to one subscriber, as fast as it asks for them. Safe for use by
 * many threads.
 */
final class FlowOutlet implements Outlet, Flow.Publisher<ByteBuffer>, Flow.Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(FlowOutlet.class);

  private final Consumer<FlowOutlet> opened;
  private final Consumer<Throwable> gone;

  /** Guards against races between the writer, and the subscriber that asks for more or leaves. */
  private final Object lock = new Object();

  /** Set once, under the lock. */
  private volatile Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;

  @GuardedBy("lock")
  private @Nullable Write waiting;

  @GuardedBy("lock")
  private long wanted;

  @GuardedBy("lock")
  private boolean delivering;

  @GuardedBy("lock")
  private @Nullable Throwable untold; // a failure that came during a delivery

  @GuardedBy("lock")
  private boolean over;

  /**
   * Creates an outlet without a subscriber.
   *
   * @param opened begins to write, when there is a subscriber
   * @param gone receives the reason if the subscriber leaves before the end
   */
  FlowOutlet(Consumer<FlowOutlet> opened, Consumer<Throwable> gone) {
    this.opened = opened;
    this.gone = gone;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Write(byte[] bytes, boolean last, Runnable written, Consumer<Throwable> failed) {}

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> newSubscriber) {
    boolean first;
    synchronized (lock) {
      first = subscriber == null;
      if (first) {
        subscriber = newSubscriber;
      }
    }
    if (first) {
      newSubscriber.onSubscribe(this);
      opened.accept(this);
    } else {
      newSubscriber.onSubscribe(new Nothing());
      newSubscriber.onError(new IllegalStateException("an answer is read once"));
    }
  }

  private static final class Nothing implements Flow.Subscription {

    @Override
    public void request(long number) {}

    @Override
    public void cancel() {}
  }

  @Override
  public void write(byte[] bytes, boolean last, Runnable written, Consumer<Throwable> failed) {
    boolean late;
    synchronized (lock) {
      late = over;
      if (!late) {
        waiting = new Write(bytes, last, written, failed);
      }
    }
    if (late) {
      failed.accept(new IOException("the reader has gone"));
    } else {
      deliver();
    }
  }

  @Override
  public void request(long number) {
    if (number <= 0) {
      fail(new IllegalArgumentException("a subscriber asks for 1 or more, got " + number));
      return;
    }
    synchronized (lock) {
      wanted = wanted + number < 0 ? Long.MAX_VALUE : wanted + number;
    }
    deliver();
  }

  @Override
  public void cancel() {
    end(new IOException("the reader has gone"), false);
  }

  /** Delivers waiting bytes, on the thread of the writer or of the subscriber, one at a time. */
  private void deliver() {
    Write next = next();
    while (next != null) {
      RuntimeException mistake = handOver(next);
      Throwable failure;
      synchronized (lock) {
        delivering = false;
        failure = untold;
      }
      if (mistake != null) {
        LOG.warn("the reader of an answer throws, so it gets no more", mistake);
        end(mistake, false);
        next.failed.accept(mistake);
        return;
      }
      if (failure != null) {
        tell(failure);
      }
      next.written.run();
      next = next();
    }
  }

  /**
   * Hands bytes to the subscriber. Returns the exception that it throws; null if it accepts them.
   */
  private @Nullable RuntimeException handOver(Write next) {
    Flow.Subscriber<? super ByteBuffer> to = subscriber;
    try {
      if (to != null && next.bytes.length > 0) {
        to.onNext(ByteBuffer.wrap(next.bytes));
      }
      if (to != null && next.last) {
        to.onComplete();
      }
      return null;
    } catch (RuntimeException mistake) {
      return mistake;
    }
  }

  private @Nullable Write next() {
    synchronized (lock) {
      Write next = waiting;
      if (next == null || delivering || over || (wanted == 0 && next.bytes.length > 0)) {
        return null;
      }
      waiting = null;
      delivering = true;
      over = next.last;
      wanted -= next.bytes.length > 0 ? 1 : 0;
      return next;
    }
  }

  /** Breaks the answer off; the subscriber gets the reason. */
  void fail(Throwable why) {
    end(why, true);
  }

  private void end(Throwable why, boolean told) {
    Write left;
    boolean now;
    synchronized (lock) {
      if (over) {
        return;
      }
      over = true;
      left = waiting;
      waiting = null;
      now = told && !delivering;
      untold = told && delivering ? why : null;
    }
    if (now) {
      tell(why);
    }
    if (left != null) {
      left.failed.accept(why);
    }
    gone.accept(why);
  }

  private void tell(Throwable why) {
    Flow.Subscriber<? super ByteBuffer> to = subscriber;
    try {
      if (to != null) {
        to.onError(why);
      }
    } catch (RuntimeException mistake) {
      LOG.warn("the reader of an answer throws when the answer fails", mistake);
    }
  }
}
