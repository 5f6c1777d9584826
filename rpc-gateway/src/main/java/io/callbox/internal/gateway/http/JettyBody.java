package io.callbox.internal.gateway.http;

import org.eclipse.jetty.io.Content;

/**
 * Reads the body of a Jetty request as it arrives, with the functions that Jetty 12.0 and 12.1 both
 * have. The server runs it, one thread at a time. Once the body is done, nothing more is read.
 */
final class JettyBody implements Runnable {

  private final Content.Source source;
  private final BoundedBody body;

  JettyBody(Content.Source source, BoundedBody body) {
    this.source = source;
    this.body = body;
  }

  /** Reads the available bytes, and continues when there are more. */
  @Override
  public void run() {
    while (!body.isDone()) {
      Content.Chunk chunk = source.read();
      if (chunk == null) {
        source.demand(this);
        return;
      }
      take(chunk);
    }
  }

  private void take(Content.Chunk chunk) {
    if (Content.Chunk.isFailure(chunk)) {
      body.fail(chunk.getFailure());
      return;
    }
    body.add(chunk.getByteBuffer());
    boolean last = chunk.isLast();
    chunk.release();
    if (last) {
      body.end();
    }
  }
}
