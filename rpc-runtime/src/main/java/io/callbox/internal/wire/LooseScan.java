package io.callbox.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * Walks through JSON that a parser refuses because it is broken, too deep, or too long. It knows
 * only strings and brackets, and continues after text that it does not understand. It makes one
 * pass over the bytes, and needs no memory for nesting of any depth.
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

  /** Skips the next byte that is not a space, if it is this one. Returns whether it was. */
  boolean skip(char expected) {
    boolean found = peek() == expected;
    if (found) {
      at++;
    }
    return found;
  }

  /** Returns whether there is more text than spaces. */
  boolean hasMore() {
    return peek() >= 0;
  }

  /** Reads the name of a member and its colon; null if there is other text. */
  @Nullable Slice name() {
    if (peek() != '"') {
      return null;
    }
    int start = at;
    skipString();
    Slice name = from(start);
    return skip(':') ? name : null;
  }

  /** Reads a value, up to the comma or bracket after it; empty if there is none. */
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

  /** Skips any next byte, so that a scan always reaches its end. */
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
