package io.callbox.internal.gateway.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads the body of a servlet request as it arrives. The server calls it, one thread at a time. */
final class ServletBody implements ReadListener {

  private static final int BUFFER = 8_192;

  private final ServletInputStream in;
  private final BoundedBody body;

  ServletBody(ServletInputStream in, BoundedBody body) {
    this.in = in;
    this.body = body;
  }

  @Override
  public void onDataAvailable() throws IOException {
    byte[] buffer = new byte[BUFFER];
    while (!body.isDone() && in.isReady() && !in.isFinished()) {
      int count = in.read(buffer);
      if (count > 0) {
        body.add(ByteBuffer.wrap(buffer, 0, count));
      }
    }
  }

  @Override
  public void onAllDataRead() {
    body.end();
  }

  @Override
  public void onError(Throwable failure) {
    body.fail(failure);
  }
}
