package io.callbox.internal.client;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.Chunk;

/**
 * How many requests to one queue leave in one chunk at most. Larger chunks cost less, as long as
 * they are served as they are: their responses come back together. One that had to be taken apart,
 * since its requests take long or nobody had room for all of it, costs more than small ones.
 *
 * <p>So chunks grow while they come back whole, and shrink with each one that does not. Safe for
 * use by many threads.
 */
final class ChunkSize {

  /** A quarter of the requests that a server has in hand, unless it is told otherwise. */
  private static final int SMALL = 64;

  /** After so many whole ones in a row there may be twice as many in each. */
  private static final int ROW = 8;

  /** After one that was not, it takes so many more. */
  private static final int SETBACK = 16;

  private volatile int most = SMALL;

  @GuardedBy("this")
  private int row;

  /** How many there may be in one now. */
  int most() {
    return most;
  }

  /** Of the responses to a chunk of {@code sent} requests, {@code together} have come as one. */
  void answered(int sent, int together) {
    if (together < sent) {
      shrink();
    } else if (sent >= most && sent < Chunk.MOST) {
      grow();
    }
  }

  private synchronized void shrink() {
    most = Math.max(SMALL, most / 2);
    row = -SETBACK;
  }

  private synchronized void grow() {
    row++;
    if (row >= ROW) {
      row = 0;
      most = Math.min(2 * most, Chunk.MOST);
    }
  }
}
