package io.callbox.internal.gateway.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/**
 * The body of a request, as it arrives, up to a bound. The receiver adds to it, one thread at a
 * time.
 */
final class BoundedBody {

  private final int most;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();

  /**
   * The whole body; fails if it is too long, or does not arrive. Code that gives it up completes
   * it.
   */
  final CompletableFuture<byte[]> whole = new CompletableFuture<>();

  BoundedBody(int most) {
    this.most = most;
  }

  /** Returns whether nothing more is to be read. */
  boolean isDone() {
    return whole.isDone();
  }

  /** Adds bytes that have arrived; with too many, the body fails. */
  void add(ByteBuffer arrived) {
    int count = arrived.remaining();
    if (count > most - read.size()) {
      fail(new BodyTooLongException(most));
      return;
    }
    byte[] bytes = new byte[count];
    arrived.get(bytes);
    read.writeBytes(bytes);
  }

  /** Notes that the whole body has arrived. */
  void end() {
    whole.complete(read.toByteArray());
  }

  /** Notes that no more of the body will arrive. */
  void fail(Throwable failure) {
    whole.completeExceptionally(failure);
  }
}
