package io.callbox.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A cache of recent texts, because most messages name the same methods, nodes and queues as earlier
 * ones. Its size is fixed, whatever messages name. Safe for use by many threads.
 */
final class KnownTexts {

  private static final int PLACES = 256;
  private static final AtomicReferenceArray<@Nullable Known> KNOWN =
      new AtomicReferenceArray<>(PLACES);

  private KnownTexts() {}

  @SuppressWarnings("ArrayRecordComponent") // never compared as such
  private record Known(byte[] bytes, String text) {}

  /** Returns the text of ASCII characters between two positions. */
  static String of(byte[] bytes, int from, int to) {
    int place = place(bytes, from, to);
    Known known = KNOWN.get(place);
    if (known != null && Arrays.equals(bytes, from, to, known.bytes, 0, known.bytes.length)) {
      return known.text;
    }
    byte[] copy = Arrays.copyOfRange(bytes, from, to);
    String text = new String(copy, StandardCharsets.US_ASCII);
    KNOWN.set(place, new Known(copy, text));
    return text;
  }

  /** Uses the length and the last few characters, because the first ones are often equal. */
  private static int place(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int at = Math.max(from, to - 4); at < to; at++) {
      hash = 31 * hash + bytes[at];
    }
    return (hash ^ hash >>> 8) & (PLACES - 1);
  }
}
