package io.callbox.internal.gateway.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the answer of a servlet as fast as the client reads. Safe for use by many threads. */
final class ServletOutlet implements Outlet, WriteListener {

  private final ServletOutputStream out;

  /**
   * The current write and its position. The monitor guards it: the writer races with a thread of
   * the server that goes on, or that finds the client gone.
   */
  @GuardedBy("this")
  private @Nullable Write current;

  /** The reason why writing is no longer possible. */
  @GuardedBy("this")
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
   * Continues the current write, on a thread of the server or of the writer: each continues where
   * the other has stopped.
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

  /** Returns the write if it is complete; null if it must wait, or if there is none. */
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
