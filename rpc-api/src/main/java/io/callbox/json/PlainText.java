package io.callbox.json;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, eight bytes at a time, whether text is the same in JSON as in memory: plain ASCII
 * without a character that needs an escape. Long text of this kind is copied, in a fraction of the
 * time of a conversion character by character.
 */
final class PlainText {

  /** The number of characters from which on the search is worth its cost. */
  static final int LONG = 256;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long MARKS = '?' * ONES;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long BLANKS = ' ' * ONES;

  private PlainText() {}

  /** Returns the bytes of a text of ASCII characters; null if it has others. */
  static byte @Nullable [] ascii(String text) {
    for (int at = 0; at < LONG; at++) {
      if (text.charAt(at) >= 0x80) {
        return null; // most texts that are not ASCII have such a character early
      }
    }
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer words = words(bytes);
    long all = 0;
    long marks = 0;
    int at = 0;
    for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
      long word = words.getLong(at);
      long mark = word ^ MARKS;
      all |= word;
      marks |= (mark - ONES) & ~mark;
    }
    boolean ascii = (all & HIGH_BITS) == 0 && isAscii(bytes, at);
    int unmarked = (marks & HIGH_BITS) == 0 ? at : 0;
    return ascii && bytes.length == text.length() && areOwn(text, bytes, unmarked) ? bytes : null;
  }

  private static ByteBuffer words(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static boolean isAscii(byte[] bytes, int start) {
    for (int at = start; at < bytes.length; at++) {
      if (bytes[at] < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether the question marks are in the text itself: other characters also become
   * question marks.
   */
  private static boolean areOwn(String text, byte[] bytes, int start) {
    for (int at = start; at < bytes.length; at++) {
      if (bytes[at] == '?' && text.charAt(at) != '?') {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the position of the first byte that is not a plain character: one that needs an escape,
   * or is no ASCII; {@code end} if there is none.
   */
  static int endOf(byte[] bytes, int start, int end) {
    ByteBuffer words = words(bytes);
    int at = start;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      long special = special(words.getLong(at));
      if (special != 0) {
        return at + Long.numberOfTrailingZeros(special) / Byte.SIZE;
      }
    }
    while (at < end && isPlain(bytes[at])) {
      at++;
    }
    return at;
  }

  /**
   * Sets the highest bit of each byte that is special. A subtraction borrows from a byte only if
   * the byte below is special itself, so the lowest bit that is set is right.
   */
  private static long special(long word) {
    long quote = word ^ QUOTES;
    long backslash = word ^ BACKSLASHES;
    long control = (word - BLANKS) & ~word;
    return (word | control | ((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash))
        & HIGH_BITS;
  }

  private static boolean isPlain(byte value) {
    return value >= ' ' && value != '"' && value != '\\';
  }
}
