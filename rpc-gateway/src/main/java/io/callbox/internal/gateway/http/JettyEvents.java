package io.callbox.internal.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way to one reader, one write at a time. A reader that has left more than a
 * mebibyte unread when there is another event is given up.
 */
final class JettyEvents implements EventSink {

  private static final int MOST_BYTES = 1 << 20;
  private static final ByteBuffer NONE = ByteBuffer.allocate(0);

  private final Response response;
  private final Callback callback;
  private final Runnable answering;

  /** Guards against race of senders with each other, and with the writes that end. */
  private final Object lock = new Object();

  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private boolean writing;
  private boolean ending;
  private boolean closed;
  private @Nullable Runnable whenClosed;
  private @Nullable Runnable whenIdle;

  /**
   * Events that have not begun.
   *
   * @param answering is run when all are known: from then on they have to leave in time
   */
  JettyEvents(Response response, Callback callback, Runnable answering) {
    this.response = response;
    this.callback = callback;
    this.answering = answering;
  }

  void open(Answer.Feed feed) {
    enqueue(": open\n\n".getBytes(UTF_8)); // the headers leave now, not with the first event
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
    ByteBuffer event = ByteBuffer.allocate(start.length + data.length + 2);
    event.put(start).put(data).put((byte) '\n').put((byte) '\n');
    enqueue(event.array());
  }

  private void enqueue(byte[] event) {
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

  private void writeNext() {
    byte[] next;
    boolean last;
    Runnable idle = null;
    synchronized (lock) {
      next = waiting.poll();
      last = next == null && ending;
      if (next == null && !last) {
        writing = false;
        idle = whenIdle;
        whenIdle = null;
      }
    }
    if (next == null && !last) {
      if (idle != null) {
        idle.run();
      }
      return;
    }
    ByteBuffer bytes = next == null ? NONE : ByteBuffer.wrap(next);
    int length = bytes.remaining();
    response.write(last, bytes, Callback.from(() -> written(length, last), this::close));
  }

  private void written(int length, boolean last) {
    synchronized (lock) {
      waitingBytes -= length;
    }
    if (last) {
      close(null);
    } else {
      writeNext();
    }
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
    if (failure == null) {
      callback.succeeded();
    } else {
      callback.failed(failure);
    }
    if (end != null) {
      end.run();
    }
  }
}
