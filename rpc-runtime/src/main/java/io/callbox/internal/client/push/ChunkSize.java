package io.callbox.internal.client.push;

import io.callbox.transport.Chunk;

/**
 * Decides how many requests to one queue may leave in one chunk. Larger chunks cost less if a
 * worker serves them whole: their responses come back together. A chunk that a worker takes apart,
 * because its requests are slow or there is no room for all of it, costs more than small chunks.
 *
 * <p>So chunks grow while they come back whole; each chunk that does not come back whole makes them
 * smaller. Any thread may ask for the size; one thread at a time changes it, that to which the
 * consumer of replies gives them.
 */
final class ChunkSize {

  /** A quarter of the requests that a server has in hand by default. */
  private static final int SMALL = 64;

  /** After this number of whole chunks in a row, the size doubles. */
  private static final int ROW = 8;

  /** After a chunk that was not whole, this number of further whole chunks is needed. */
  private static final int SETBACK = 16;

  private volatile int most = SMALL;

  /** The whole chunks in a row; negative after a setback. */
  private int row;

  /** Returns the current maximum size of a chunk. */
  int most() {
    return most;
  }

  /**
   * Notes that {@code together} of the responses to a chunk of {@code sent} requests have come as
   * one element.
   */
  void answered(int sent, int together) {
    if (together < sent) {
      shrink();
    } else if (sent >= most && sent < Chunk.MOST) {
      grow();
    }
  }

  private void shrink() {
    most = Math.max(SMALL, most / 2);
    row = -SETBACK;
  }

  private void grow() {
    row++;
    if (row >= ROW) {
      row = 0;
      most = Math.min(2 * most, Chunk.MOST);
    }
  }
}
