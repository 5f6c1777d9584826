package io.callbox.internal.gateway.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes what a servlet answers as fast as its client reads. Safe for use by many threads. */
final class ServletOutlet implements Outlet, WriteListener {

  private final ServletOutputStream out;

  /** What is being written, and how far that is; guarded by this. */
  private @Nullable Write current;

  /** Why nothing can be written any more; guarded by this. */
  private @Nullable Throwable broken;

  ServletOutlet(ServletOutputStream out) {
    this.out = out;
  }

  private static final class Write {

    private final byte[] bytes;
    private final Runnable written;
    private final Consumer<Throwable> failed;
    private boolean handedOver;
    private boolean flushed;

    Write(byte[] bytes, Runnable written, Consumer<Throwable> failed) {
      this.bytes = bytes;
      this.written = written;
      this.failed = failed;
    }
  }

  @Override
  public void write(byte[] bytes, boolean last, Runnable written, Consumer<Throwable> failed) {
    Throwable why;
    synchronized (this) {
      why = broken;
      if (why == null) {
        current = new Write(bytes, written, failed);
      }
    }
    if (why == null) {
      onWritePossible();
    } else {
      failed.accept(why);
    }
  }

  /**
   * Goes on, on a thread of the server or of whoever writes: each finds what the other has left.
   */
  @Override
  public void onWritePossible() {
    Write done;
    try {
      done = advanced();
    } catch (IOException | IllegalStateException gone) {
      onError(gone);
      return;
    }
    if (done != null) {
      done.written.run();
    }
  }

  /** The write if it is done; null if it has to wait, or there is none. */
  private synchronized @Nullable Write advanced() throws IOException {
    Write write = current;
    while (write != null && broken == null && out.isReady()) {
      if (write.flushed) {
        current = null;
        return write;
      } else if (write.handedOver) {
        write.flushed = true;
        out.flush();
      } else {
        write.handedOver = true;
        out.write(write.bytes);
      }
    }
    return null;
  }

  @Override
  public void onError(Throwable failure) {
    Write write;
    synchronized (this) {
      if (broken == null) {
        broken = failure;
      }
      write = current;
      current = null;
    }
    if (write != null) {
      write.failed.accept(failure);
    }
  }
}
