package io.callbox.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message in the layout of Callbox's own writers, byte by byte, without a parser. It fails
 * if the message has another layout, or contains text that a scan does not understand, such as an
 * escape; a parser then reads the message. Belongs to one thread.
 */
final class Scan {

  /** Recent texts. Its size is fixed, for any number of names in messages. */
  private static final AtomicReferenceArray<@Nullable Known> KNOWN =
      new AtomicReferenceArray<>(256);

  /** The maximum number of digits: a number with more digits may not fit into a long. */
  private static final int MOST_DIGITS = 18;

  private final byte[] bytes;
  private final int end;
  private int at;
  private boolean failed;

  /** Starts at {@code start}. */
  Scan(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Skips exactly these bytes. */
  Scan over(byte[] expected) {
    int stop = at + expected.length;
    failed = failed || stop > end || !Arrays.equals(bytes, at, stop, expected, 0, expected.length);
    at = stop;
    return this;
  }

  /** Returns whether exactly these bytes are next. */
  boolean isAt(byte[] expected) {
    int stop = at + expected.length;
    return !failed && stop <= end && Arrays.equals(bytes, at, stop, expected, 0, expected.length);
  }

  /** Skips the rest of a string of plain ASCII, up to its quotation mark. */
  Scan overText() {
    while (!failed && at < end && bytes[at] != '"') {
      failed = bytes[at] == '\\' || bytes[at] < ' ';
      at++;
    }
    return this;
  }

  /** Reads a non-negative whole number. */
  long number() {
    long number = 0;
    int start = at;
    while (!failed && at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      number = 10 * number + bytes[at] - '0';
      at++;
    }
    boolean none = at == start;
    boolean odd = at - start > MOST_DIGITS || (at - start > 1 && bytes[start] == '0');
    failed = failed || none || odd;
    return number;
  }

  /** Reads a time in milliseconds of the epoch, within the bounds of {@link EpochMillis}. */
  long millis() {
    return Math.min(number(), EpochMillis.LATEST);
  }

  /** Returns the current position. */
  int at() {
    return at;
  }

  /** Returns whether all bytes were as expected so far. */
  boolean isRight() {
    return !failed && at <= end;
  }

  String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
  }

  /**
   * Returns a text that most messages have in common with earlier ones, such as a method, a node or
   * a queue. It is usually not created again.
   */
  String knownText(int from, int to) {
    int place = place(from, to);
    Known known = KNOWN.get(place);
    if (known != null && Arrays.equals(bytes, from, to, known.bytes, 0, known.bytes.length)) {
      return known.text;
    }
    String text = text(from, to);
    KNOWN.set(place, new Known(Arrays.copyOfRange(bytes, from, to), text));
    return text;
  }

  /**
   * Returns the place of a text, by its length and its last few characters, because the first ones
   * are often equal.
   */
  private int place(int from, int to) {
    int hash = to - from;
    for (int index = Math.max(from, to - 4); index < to; index++) {
      hash = 31 * hash + bytes[index];
    }
    return (hash ^ hash >>> 8) & (KNOWN.length() - 1);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared as such
  private record Known(byte[] bytes, String text) {}
}
