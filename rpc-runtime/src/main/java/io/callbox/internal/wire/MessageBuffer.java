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
public final class MessageBuffer extends OutputStream {

  private static final int FIRST = 1 << 10;

  /** The logarithm of 2 to the base 10, as a fraction of a power of 2. */
  private static final int LOG_2 = 1_233;

  private static final int LOG_2_SHIFT = 12;

  /** The powers of ten that fit into a long. */
  private static final long[] POWERS = new long[19];

  private static final int PAIRS = 100;
  private static final byte[] TENS = new byte[PAIRS];
  private static final byte[] ONES = new byte[PAIRS];

  static {
    POWERS[0] = 1;
    for (int power = 1; power < POWERS.length; power++) {
      POWERS[power] = 10 * POWERS[power - 1];
    }
    for (int pair = 0; pair < PAIRS; pair++) {
      TENS[pair] = (byte) ('0' + pair / 10);
      ONES[pair] = (byte) ('0' + pair % 10);
    }
  }

  /** The maximum size of an array that stays with its buffer. */
  private static final int SMALL = 1 << 16;

  /** A message of the size that is allowed by default, and its envelope. */
  private static final int LARGE = (1 << 20) + SMALL;

  /** The number of large messages that can be written at a time without new arrays. */
  private static final ObjectPool<byte[]> SHARED = new ObjectPool<>(4);

  private static final ObjectPool<MessageBuffer> IDLE = new ObjectPool<>(16);

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
  @SuppressWarnings("deprecation") // the text has only ASCII characters
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
    int digits = digits(number);
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

  /** Returns the number of digits of a non-negative number. */
  static int digits(long number) {
    long odd = number | 1; // every power of ten but the first is even, so this is on the same side
    int least = ((Long.SIZE - Long.numberOfLeadingZeros(odd)) * LOG_2) >> LOG_2_SHIFT;
    return odd < POWERS[least] ? least : least + 1;
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

  /** Takes an empty buffer from a shared pool. */
  public static MessageBuffer idle() {
    MessageBuffer idle = IDLE.take();
    return idle == null ? new MessageBuffer() : idle;
  }

  /** Gives the buffer, which is empty, to the pool. */
  public void release() {
    IDLE.put(this);
  }

  /** Returns the written message, and gives the buffer to the pool. */
  byte[] takeAndRelease() {
    byte[] message = take();
    release();
    return message;
  }

  /** Returns the number of bytes that were written since the last message. */
  public int size() {
    return size;
  }

  /** Gives the written bytes, which the target must copy, and begins the next message. */
  public void moveTo(Target target) {
    target.write(bytes, 0, size);
    begin();
  }

  /** Receives bytes. */
  @FunctionalInterface
  public interface Target {

    /** Receives some bytes of an array, which changes later. */
    void write(byte[] source, int offset, int length);
  }

  /** Returns the written message, and begins the next one. */
  byte[] take() {
    byte[] message = Arrays.copyOf(bytes, size);
    begin();
    return message;
  }

  /** Begins the next message, without the bytes that were written since the last one. */
  void begin() {
    if (bytes.length == LARGE) {
      SHARED.put(bytes);
    }
    bytes = own;
    size = 0;
  }
}
