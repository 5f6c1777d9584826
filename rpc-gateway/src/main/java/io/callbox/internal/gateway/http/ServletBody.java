package io.callbox.internal.gateway.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Reads the body of a servlet request as it arrives. The server calls it, one thread at a time. */
final class ServletBody implements ReadListener {

  private static final int BUFFER = 8_192;

  private final ServletInputStream in;
  private final int most;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();

  /** The body; fails if it is too long, or does not arrive. */
  final CompletableFuture<byte[]> whole = new CompletableFuture<>();

  ServletBody(ServletInputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  @Override
  public void onDataAvailable() throws IOException {
    byte[] buffer = new byte[BUFFER];
    while (!whole.isDone() && in.isReady() && !in.isFinished()) {
      int count = in.read(buffer);
      if (count > 0 && read.size() + count <= most) {
        read.write(buffer, 0, count);
      } else if (count > 0) {
        whole.completeExceptionally(new BodyTooLongException(most));
      }
    }
  }

  @Override
  public void onAllDataRead() {
    whole.complete(read.toByteArray());
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }
}
