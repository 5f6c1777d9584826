package io.callbox.internal.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The queue of events for one reader, with one write at a time. If more than a mebibyte is unread
 * when another event comes, the answer ends.
 *
 * <p>After a time without an event, a comment leaves, which readers skip. So a proxy does not treat
 * the connection as dead. Some servers, such as those of servlets, notice the end of a reader only
 * when they write; the comment lets them notice it.
 */
final class QueuedEvents implements EventSink {

  private static final int MOST_BYTES = 1 << 20;
  private static final byte[] END = new byte[0];
  private static final byte[] STILL_HERE = ": still here\n\n".getBytes(UTF_8);

  private final Outlet outlet;
  private final Consumer<@Nullable Throwable> ended;
  private final Runnable answering;
  private final Pulse pulse;

  /** Guards against races between senders, and between senders and writes that end. */
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Queue<byte[]> waiting = new ArrayDeque<>();

  @GuardedBy("lock")
  private int waitingBytes;

  @GuardedBy("lock")
  private boolean writing;

  @GuardedBy("lock")
  private boolean ending;

  @GuardedBy("lock")
  private boolean closed;

  @GuardedBy("lock")
  private @Nullable Runnable whenClosed;

  @GuardedBy("lock")
  private @Nullable Runnable whenIdle;

  /**
   * Creates an empty queue.
   *
   * @param quiet the time without an event after which a comment leaves
   * @param executor writes it
   * @param ended receives null when all events have left, or the reason why they will not; once
   * @param answering runs when all events are known: from then on they must leave in time
   */
  QueuedEvents(
      Outlet outlet,
      Duration quiet,
      Executor executor,
      Consumer<@Nullable Throwable> ended,
      Runnable answering) {
    this.outlet = outlet;
    this.ended = ended;
    this.answering = answering;
    this.pulse = new Pulse(quiet, executor, this::sayItIsStillHere);
  }

  void open(Answer.Feed feed) {
    enqueue(": open\n\n".getBytes(UTF_8)); // the headers leave now, not with the first event
    pulse.begin();
    Runnable end = feed.open(this);
    boolean late;
    synchronized (lock) {
      whenClosed = end;
      late = closed;
    }
    if (late) {
      end.run();
    }
  }

  private void sayItIsStillHere() {
    if (idle()) {
      enqueue(STILL_HERE);
    }
  }

  @Override
  public boolean idle() {
    synchronized (lock) {
      return !writing && !closed;
    }
  }

  @Override
  public void whenIdle(Runnable task) {
    synchronized (lock) {
      if (closed) {
        return;
      }
      if (writing) {
        whenIdle = task;
        return;
      }
    }
    task.run();
  }

  @Override
  public void send(String name, byte[] data) {
    byte[] start = ("event: " + name + "\ndata: ").getBytes(UTF_8);
    byte[] event = Arrays.copyOf(start, start.length + data.length + 2);
    System.arraycopy(data, 0, event, start.length, data.length);
    event[event.length - 2] = '\n';
    event[event.length - 1] = '\n';
    enqueue(event);
  }

  private void enqueue(byte[] event) {
    pulse.heard();
    boolean overfull;
    synchronized (lock) {
      if (closed || ending) {
        return;
      }
      overfull = waitingBytes > MOST_BYTES;
      if (!overfull) {
        waiting.add(event);
        waitingBytes += event.length;
        if (writing) {
          return;
        }
        writing = true;
      }
    }
    if (overfull) {
      close(new TimeoutException("the reader is too slow"));
    } else {
      writeNext();
    }
  }

  @Override
  public void end() {
    answering.run();
    synchronized (lock) {
      ending = true;
      if (writing || closed) {
        return;
      }
      writing = true;
    }
    writeNext();
  }

  /**
   * Writes all waiting events, in a loop, because recursion would go too deep for writes that end
   * at once.
   */
  private void writeNext() {
    boolean leftAtOnce;
    do {
      byte[] next = next();
      if (next == null) {
        return;
      }
      AtomicBoolean met = new AtomicBoolean(); // written or failed: the first counts
      outlet.write(next, next == END, () -> written(next, met), this::close);
      leftAtOnce = met.getAndSet(true);
    } while (leftAtOnce);
  }

  /**
   * Returns the next bytes to write; null if there are none now, after the waiting task has run.
   */
  private byte @Nullable [] next() {
    Runnable idle;
    synchronized (lock) {
      byte[] next = waiting.poll();
      if (next != null || ending) {
        return next == null ? END : next;
      }
      writing = false;
      idle = whenIdle;
      whenIdle = null;
    }
    if (idle != null) {
      idle.run();
    }
    return null;
  }

  private void written(byte[] bytes, AtomicBoolean met) {
    if (bytes == END) {
      close(null);
      return;
    }
    synchronized (lock) {
      waitingBytes -= bytes.length;
    }
    if (met.getAndSet(true)) {
      writeNext();
    }
  }

  /** Ends the answer, because its reader has gone. */
  void leave(Throwable why) {
    close(why);
  }

  private void close(@Nullable Throwable failure) {
    Runnable end;
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.clear();
      whenIdle = null;
      end = whenClosed;
    }
    pulse.end();
    ended.accept(failure);
    if (end != null) {
      end.run();
    }
  }
}
