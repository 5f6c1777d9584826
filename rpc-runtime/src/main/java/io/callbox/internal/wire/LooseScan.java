package io.callbox.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * Walks through JSON that a parser refuses, because it is broken, too deep, or holds what is too
 * long. Knows strings and brackets, and nothing more; goes on behind whatever it does not
 * understand. One pass over the bytes, and no memory of what it has passed, however deep that was.
 *
 * <p>Belongs to one thread.
 */
final class LooseScan {

  private final Slice slice;
  private final byte[] bytes;
  private final int end;
  private int at;

  LooseScan(Slice slice) {
    this.slice = slice;
    this.bytes = slice.bytes();
    this.end = slice.offset() + slice.length();
    this.at = slice.offset();
  }

  /** Passes over the next byte that is no space, if it is this one. Returns whether it was. */
  boolean skip(char expected) {
    boolean found = peek() == expected;
    if (found) {
      at++;
    }
    return found;
  }

  /** Whether anything but spaces is left. */
  boolean hasMore() {
    return peek() >= 0;
  }

  /** Passes over the name of a member and its colon; null if something else is there. */
  @Nullable Slice name() {
    if (peek() != '"') {
      return null;
    }
    int start = at;
    skipString();
    Slice name = from(start);
    return skip(':') ? name : null;
  }

  /** Passes over a value, up to the comma or bracket behind it; of no length if none is there. */
  Slice value() {
    peek();
    int start = at;
    int depth = 0;
    while (at < end) {
      byte next = bytes[at];
      if (next == '"') {
        skipString();
        continue;
      }
      if (depth == 0 && (next == ',' || isClosing(next))) {
        break;
      }
      depth += isOpening(next) ? 1 : isClosing(next) ? -1 : 0;
      at++;
    }
    return from(start);
  }

  /** Passes over whatever byte comes next, so that no message keeps a scan where it is. */
  void skipNoise() {
    at++;
  }

  private void skipString() {
    for (at++; at < end && bytes[at] != '"'; at++) {
      if (bytes[at] == '\\') {
        at++;
      }
    }
    at = Math.min(at + 1, end);
  }

  private int peek() {
    while (at < end && isSpace(bytes[at])) {
      at++;
    }
    return at < end ? bytes[at] & 0xff : -1;
  }

  private Slice from(int start) {
    return new Slice(slice.bytes(), start, at - start);
  }

  private static boolean isOpening(byte next) {
    return next == '{' || next == '[';
  }

  private static boolean isClosing(byte next) {
    return next == '}' || next == ']';
  }

  private static boolean isSpace(byte next) {
    return next == ' ' || next == '\n' || next == '\r' || next == '\t';
  }
}
