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
 * Events on their way to one reader, one write at a time. A reader that leaves more than a mebibyte
 * unread is given up.
 */
final class JettyEvents implements EventSink {

  private static final int MOST_BYTES = 1 << 20;
  private static final ByteBuffer NONE = ByteBuffer.allocate(0);

  private final Response response;
  private final Callback callback;

  /** Guards against race of senders with each other, and with the writes that end. */
  private final Object lock = new Object();

  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private boolean writing;
  private boolean ending;
  private boolean closed;
  private @Nullable Runnable whenClosed;

  JettyEvents(Response response, Callback callback) {
    this.response = response;
    this.callback = callback;
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
  public void send(String name, byte[] data) {
    byte[] start = ("event: " + name + "\ndata: ").getBytes(UTF_8);
    ByteBuffer event = ByteBuffer.allocate(start.length + data.length + 2);
    event.put(start).put(data).put((byte) '\n').put((byte) '\n');
    enqueue(event.array());
  }

  private void enqueue(byte[] event) {
    synchronized (lock) {
      if (closed || ending) {
        return;
      }
      waiting.add(event);
      waitingBytes += event.length;
      if (waitingBytes <= MOST_BYTES) {
        if (writing) {
          return;
        }
        writing = true;
      }
    }
    if (isOverfull()) {
      close(new TimeoutException("the reader is too slow"));
    } else {
      writeNext();
    }
  }

  private boolean isOverfull() {
    synchronized (lock) {
      return waitingBytes > MOST_BYTES;
    }
  }

  @Override
  public void end() {
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
    synchronized (lock) {
      next = waiting.poll();
      last = next == null && ending;
      if (next == null && !last) {
        writing = false;
        return;
      }
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
