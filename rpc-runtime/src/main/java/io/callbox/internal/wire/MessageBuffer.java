package io.callbox.internal.wire;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Holds the bytes of the message that is being written, one message after the other. A large
 * message uses an array from a shared pool, because a new array for each would cost more than
 * filling it.
 *
 * <p>Belongs to one thread while a message is written.
 */
final class MessageBuffer extends OutputStream {

  private static final int FIRST = 1 << 10;
  private static final int MOST_DIGITS = 19;
  private static final int PAIRS = 100;
  private static final byte[] TENS = new byte[PAIRS];
  private static final byte[] ONES = new byte[PAIRS];

  static {
    for (int pair = 0; pair < PAIRS; pair++) {
      TENS[pair] = (byte) ('0' + pair / 10);
      ONES[pair] = (byte) ('0' + pair % 10);
    }
  }

  /** An array up to this size stays with its buffer. */
  private static final int SMALL = 1 << 16;

  /** A message of the size that is allowed by default, and its envelope. */
  private static final int LARGE = (1 << 20) + SMALL;

  /** The number of large messages that can be written at a time without new arrays. */
  private static final ObjectPool<byte[]> SHARED = new ObjectPool<>(4);

  private byte[] own = new byte[FIRST];
  private byte[] bytes = own;
  private int size;

  @Override
  public void write(int value) {
    if (size == bytes.length) {
      grow(size + 1);
    }
    bytes[size++] = (byte) value;
  }

  @Override
  public void write(byte[] source) {
    write(source, 0, source.length);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    if (length > bytes.length - size) {
      grow(size + length);
    }
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  /** Writes a text of ASCII characters unchanged. */
  @SuppressWarnings("deprecation") // for other characters, which there are none of
  void writeAscii(String text) {
    int length = text.length();
    if (length > bytes.length - size) {
      grow(size + length);
    }
    text.getBytes(0, length, bytes, size);
    size += length;
  }

  /** Writes the digits of a non-negative number, two at a time. */
  void writeNumber(long number) {
    int digits = 1;
    for (long bound = 10; digits < MOST_DIGITS && number >= bound; bound *= 10) {
      digits++;
    }
    if (digits > bytes.length - size) {
      grow(size + digits);
    }
    size += digits;
    int at = size;
    long rest = number;
    while (rest >= PAIRS) {
      long next = rest / PAIRS;
      int pair = (int) (rest - PAIRS * next);
      bytes[--at] = ONES[pair];
      bytes[--at] = TENS[pair];
      rest = next;
    }
    bytes[--at] = ONES[(int) rest];
    if (rest > 9) {
      bytes[--at] = TENS[(int) rest];
    }
  }

  private void grow(int needed) {
    byte[] larger = arrayOf(Math.max(needed, 2 * size));
    System.arraycopy(bytes, 0, larger, 0, size);
    if (larger.length <= SMALL) {
      own = larger;
    }
    bytes = larger;
  }

  private static byte[] arrayOf(int length) {
    if (length <= SMALL || length > LARGE) {
      return new byte[length];
    }
    byte[] shared = SHARED.take();
    return shared == null ? new byte[LARGE] : shared;
  }

  /** Returns the written message, and begins the next one. */
  byte[] take() {
    byte[] message = Arrays.copyOf(bytes, size);
    if (bytes.length == LARGE) {
      SHARED.put(bytes);
    }
    bytes = own;
    size = 0;
    return message;
  }
}
