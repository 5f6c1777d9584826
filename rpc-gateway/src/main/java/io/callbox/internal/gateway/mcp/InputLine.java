package io.callbox.internal.gateway.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * A line of the input. If it is too long, only its beginning and its end are kept, so that the id
 * of its request can be found. Belongs to one thread.
 */
final class InputLine {

  private static final int END_BYTES = 512;

  private final int mostBytes;
  private final ByteArrayOutputStream start = new ByteArrayOutputStream();

  /** The last bytes behind the beginning, in a circle. */
  private final byte[] circle = new byte[END_BYTES];

  private long behind;

  /** Creates an empty line; it is too long if it has more bytes than this. */
  InputLine(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  int mostBytes() {
    return mostBytes;
  }

  void add(int next) {
    if (start.size() <= mostBytes) {
      start.write(next);
    } else {
      circle[(int) (behind++ % END_BYTES)] = (byte) next;
    }
  }

  /** Begins another line. */
  void clear() {
    start.reset();
    behind = 0;
  }

  boolean isTooLong() {
    return start.size() > mostBytes;
  }

  /** Returns the text of a line that is not too long, without white space around it. */
  String text() {
    return start.toString(UTF_8).strip();
  }

  /** Returns the first bytes of the line; all bytes if it is not too long. */
  byte[] start() {
    return start.toByteArray();
  }

  /** Returns the last bytes of the line; all bytes if it is not too long. */
  byte[] end() {
    if (!isTooLong()) {
      return start();
    }
    byte[] last = new byte[(int) Math.min(behind, END_BYTES)];
    for (int at = 0; at < last.length; at++) {
      last[at] = circle[(int) ((behind - last.length + at) % END_BYTES)];
    }
    return last;
  }
}
