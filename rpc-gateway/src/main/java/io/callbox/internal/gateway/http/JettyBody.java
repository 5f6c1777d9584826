package io.callbox.internal.gateway.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a Jetty request as it arrives, by what Jetty 12.0 and 12.1 both have. The
 * server runs it, one thread at a time.
 */
final class JettyBody implements Runnable {

  private final Content.Source source;
  private final int most;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();

  /**
   * The body; fails if it is too long, or does not arrive. Once it is done, nothing more is read.
   */
  final CompletableFuture<byte[]> whole = new CompletableFuture<>();

  JettyBody(Content.Source source, int most) {
    this.source = source;
    this.most = most;
  }

  /** Reads what is there, and comes back when there is more. */
  @Override
  public void run() {
    while (!whole.isDone()) {
      Content.Chunk chunk = source.read();
      if (chunk == null) {
        source.demand(this);
        return;
      }
      take(chunk);
    }
  }

  private void take(Content.Chunk chunk) {
    Throwable failure = failure(chunk);
    if (failure != null) {
      whole.completeExceptionally(failure);
      return;
    }
    boolean last = chunk.isLast();
    boolean fits = add(chunk.getByteBuffer());
    chunk.release();
    if (!fits) {
      whole.completeExceptionally(new BodyTooLongException(most));
    } else if (last) {
      whole.complete(read.toByteArray());
    }
  }

  private static @Nullable Throwable failure(Content.Chunk chunk) {
    return Content.Chunk.isFailure(chunk) ? chunk.getFailure() : null;
  }

  private boolean add(ByteBuffer bytes) {
    int count = bytes.remaining();
    if (count > most - read.size()) {
      return false;
    }
    byte[] copy = new byte[count];
    bytes.get(copy);
    read.writeBytes(copy);
    return true;
  }
}
